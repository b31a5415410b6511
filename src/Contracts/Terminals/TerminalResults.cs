using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Contracts.Terminals;

/// <summary>Answer to a command that changes stock: the outcome and the stock after it.</summary>
[GenerateSerializer, Immutable, Alias("territory.StockResult")]
public sealed record StockResult(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] IReadOnlyList<StockLine> Stock,
    [property: Id(2)] DateTimeOffset? SettledUntil,
    [property: Id(3)] int NextInterval);

/// <summary>Answer to a count: the outcome and the suggested order.</summary>
[GenerateSerializer, Immutable, Alias("territory.CountResult")]
public sealed record CountResult(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] IReadOnlyList<SuggestedLine> Suggested);

/// <summary>The visit that is going on.</summary>
[GenerateSerializer, Immutable, Alias("territory.OpenVisit")]
public sealed record OpenVisit(
    [property: Id(0)] RepId Rep,
    [property: Id(1)] PlanId? Plan,
    [property: Id(2)] DateTimeOffset StartedAt,
    [property: Id(3)] IReadOnlyList<VisitStepDone> StepsDone,
    [property: Id(4)] bool Ordered);

/// <summary>An outlet as it is now.</summary>
[GenerateSerializer, Immutable, Alias("territory.TerminalSnapshot")]
public sealed record TerminalSnapshot(
    [property: Id(0)] TerminalFile File,
    [property: Id(1)] long Version,
    [property: Id(2)] IReadOnlyList<StockLine> Stock,
    [property: Id(3)] IReadOnlyList<SuggestedLine> Suggested,
    [property: Id(4)] IReadOnlyList<Order> OpenOrders,
    [property: Id(5)] Money Balance,
    [property: Id(6)] DateOnly? LastVisitOn,
    [property: Id(7)] DateTimeOffset? SettledUntil,
    [property: Id(8)] int NextInterval,
    [property: Id(9)] OpenVisit? Visit,
    [property: Id(10)] DateOnly? OldestUnpaidOn = null);
