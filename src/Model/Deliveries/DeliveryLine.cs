using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Deliveries;

/// <summary>What of an order line was handed over; the rest came back with a reason.</summary>
public readonly record struct DeliveryLine(ProductId Product, Cases Ordered, Cases Delivered);
