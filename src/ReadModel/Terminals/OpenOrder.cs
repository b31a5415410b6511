using Territory.Contracts.Terminals;
using Territory.Model.Orders;

namespace Territory.ReadModel.Terminals;

/// <summary>An order that is not delivered yet, with its lines in units and money at the time it was placed.</summary>
public sealed record OpenOrder(Order Order, IReadOnlyList<PricedLine> Lines);
