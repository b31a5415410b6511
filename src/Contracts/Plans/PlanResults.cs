using Territory.Model.Plans;

namespace Territory.Contracts.Plans;

/// <summary>The outcome and the plan it led to.</summary>
[GenerateSerializer, Immutable, Alias("territory.DeliveryPlanResult")]
public sealed record DeliveryPlanResult(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] DeliveryPlan? Plan);

/// <summary>The outcome and the plan it led to.</summary>
[GenerateSerializer, Immutable, Alias("territory.VisitPlanResult")]
public sealed record VisitPlanResult(
    [property: Id(0)] CommandResult Outcome,
    [property: Id(1)] VisitPlan? Plan);

/// <summary>The latest proposal and the published plan of a distributor's day.</summary>
/// <param name="Working">What edits start from: the latest proposal, or the published plan where that was discarded.</param>
[GenerateSerializer, Immutable, Alias("territory.DeliveryPlanSnapshot")]
public sealed record DeliveryPlanSnapshot(
    [property: Id(0)] DeliveryPlan? Proposed,
    [property: Id(1)] DeliveryPlan? Published,
    [property: Id(2)] long Version,
    [property: Id(3)] DeliveryPlan? Working = null);

/// <summary>The latest proposal and the published list of a rep's day.</summary>
[GenerateSerializer, Immutable, Alias("territory.VisitPlanSnapshot")]
public sealed record VisitPlanSnapshot(
    [property: Id(0)] VisitPlan? Proposed,
    [property: Id(1)] VisitPlan? Published,
    [property: Id(2)] long Version);
