using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Orders;

public readonly record struct OrderLine(ProductId Product, Cases Cases);
