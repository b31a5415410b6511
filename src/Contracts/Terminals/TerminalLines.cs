using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Contracts.Terminals;

/// <summary>Units of one product sold and lost in an interval.</summary>
[GenerateSerializer, Immutable, Alias("territory.SoldLine")]
public readonly record struct SoldLine(
    [property: Id(0)] ProductId Product,
    [property: Id(1)] Units Sold,
    [property: Id(2)] Units Lost);

/// <summary>Units counted against the units in the book.</summary>
[GenerateSerializer, Immutable, Alias("territory.CountedLine")]
public readonly record struct CountedLine(
    [property: Id(0)] ProductId Product,
    [property: Id(1)] Units Counted,
    [property: Id(2)] Units Book,
    [property: Id(3)] Money? RetailPriceSeen);

/// <summary>An order line with its units and value at the terminal's price.</summary>
[GenerateSerializer, Immutable, Alias("territory.PricedLine")]
public readonly record struct PricedLine(
    [property: Id(0)] ProductId Product,
    [property: Id(1)] Cases Cases,
    [property: Id(2)] Units Units,
    [property: Id(3)] Money Value);

/// <summary>A delivered line with its units and value.</summary>
[GenerateSerializer, Immutable, Alias("territory.DeliveredLine")]
public readonly record struct DeliveredLine(
    [property: Id(0)] ProductId Product,
    [property: Id(1)] Cases Ordered,
    [property: Id(2)] Cases Delivered,
    [property: Id(3)] Units Units,
    [property: Id(4)] Money Value);

/// <summary>A step of the visit protocol and when it was done.</summary>
[GenerateSerializer, Immutable, Alias("territory.VisitStepDone")]
public readonly record struct VisitStepDone(
    [property: Id(0)] string Step,
    [property: Id(1)] DateTimeOffset At);

/// <summary>What the order rule proposes for one product, with the figures it used (1.5 倍安全库存).</summary>
/// <param name="LastCount">Units at the count before this one; null when there was none.</param>
[GenerateSerializer, Immutable, Alias("territory.SuggestedLine")]
public readonly record struct SuggestedLine(
    [property: Id(0)] ProductId Product,
    [property: Id(1)] Units? LastCount,
    [property: Id(2)] Units ReceivedSince,
    [property: Id(3)] Units Counted,
    [property: Id(4)] Units OnOrder,
    [property: Id(5)] Cases Suggested);

/// <summary>Book stock of one product at an outlet.</summary>
[GenerateSerializer, Immutable, Alias("territory.StockLine")]
public readonly record struct StockLine(
    [property: Id(0)] ProductId Product,
    [property: Id(1)] Units Stock,
    [property: Id(2)] Units OnOrder,
    [property: Id(3)] double MeanDailySales);
