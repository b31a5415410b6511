using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Orders;

namespace Territory.Contracts.Plans;

/// <summary>Asks what edits would make of the working plan.</summary>
/// <param name="At">Now, in the territory's time: what has left by then stays.</param>
[GenerateSerializer, Immutable, Alias("territory.PreviewEdits")]
public sealed record PreviewEdits(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] int BaseVersion,
    [property: Id(2)] IReadOnlyList<PlanEdit> Edits);

/// <summary>Asks what splitting an order would make of the working plan.</summary>
/// <param name="At">Now, in the territory's time: what has left by then stays.</param>
/// <param name="NewOrder">What the part that is split off would be called.</param>
[GenerateSerializer, Immutable, Alias("territory.PreviewOrderSplit")]
public sealed record PreviewOrderSplit(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] int BaseVersion,
    [property: Id(2)] OrderId Order,
    [property: Id(3)] OrderId NewOrder,
    [property: Id(4)] IReadOnlyList<OrderLine> Lines);

/// <summary>Asks where stops of the working plan would cost least, on each vehicle.</summary>
[GenerateSerializer, Immutable, Alias("territory.FindStopOptions")]
public sealed record FindStopOptions(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] int BaseVersion,
    [property: Id(2)] IReadOnlyList<OrderId> Stops);

/// <summary>Asks why a stop stands where it does, or on no vehicle.</summary>
/// <param name="PlanVersion">Null: the working plan.</param>
[GenerateSerializer, Immutable, Alias("territory.ExplainStop")]
public sealed record ExplainStop(
    [property: Id(0)] DateTimeOffset At,
    [property: Id(1)] int? PlanVersion,
    [property: Id(2)] OrderId Stop);
