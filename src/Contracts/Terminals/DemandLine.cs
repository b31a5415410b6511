using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Contracts.Terminals;

/// <summary>What consumers asked for of one product in an interval, whether or not it was there.</summary>
[GenerateSerializer, Immutable, Alias("territory.DemandLine")]
public readonly record struct DemandLine([property: Id(0)] ProductId Product, [property: Id(1)] Units Demand);
