using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Contracts.Plans;

[GenerateSerializer, Immutable, Alias("territory.DeliveryPlanProposed")]
public sealed record DeliveryPlanProposed(
    [property: Id(0)] DeliveryPlan Plan) : IPlanProposed<DeliveryPlan>;

/// <summary>A run gave a version that is not on the line of working plans: its base had been changed meanwhile, or something had left.</summary>
[GenerateSerializer, Immutable, Alias("territory.DeliveryPlanSetAside")]
public sealed record DeliveryPlanSetAside(
    [property: Id(0)] DeliveryPlan Plan) : IEvent;

/// <summary>A version, of whatever status, got a name or another one.</summary>
[GenerateSerializer, Immutable, Alias("territory.DeliveryPlanNamed")]
public sealed record DeliveryPlanNamed(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] int PlanVersion,
    [property: Id(2)] string Name,
    [property: Id(3)] UserId By,
    [property: Id(4)] DateTimeOffset At) : IEvent;

/// <summary>A run of the optimiser began. It ends with <see cref="DeliveryRunEnded"/>; where that is missing, the process ended under it.</summary>
[GenerateSerializer, Immutable, Alias("territory.DeliveryRunStarted")]
public sealed record DeliveryRunStarted(
    [property: Id(0)] string Run,
    [property: Id(1)] UserId By,
    [property: Id(2)] int BaseVersion,
    [property: Id(3)] RunOptions Options,
    [property: Id(4)] DateTimeOffset At) : IEvent;

/// <param name="RefusalCode">Why there is no result; null where there is.</param>
[GenerateSerializer, Immutable, Alias("territory.DeliveryRunEnded")]
public sealed record DeliveryRunEnded(
    [property: Id(0)] string Run,
    [property: Id(1)] string? RefusalCode) : IEvent;

[GenerateSerializer, Immutable, Alias("territory.DeliveryPlanPublished")]
public sealed record DeliveryPlanPublished(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] int PlanVersion,
    [property: Id(2)] DateTimeOffset At) : IPlanPublished<DeliveryPlan>;

[GenerateSerializer, Immutable, Alias("territory.DeliveryPlanDiscarded")]
public sealed record DeliveryPlanDiscarded(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] int PlanVersion,
    [property: Id(2)] DateTimeOffset At) : IPlanDiscarded<DeliveryPlan>;

[GenerateSerializer, Immutable, Alias("territory.VisitPlanProposed")]
public sealed record VisitPlanProposed(
    [property: Id(0)] VisitPlan Plan) : IPlanProposed<VisitPlan>;

[GenerateSerializer, Immutable, Alias("territory.VisitPlanPublished")]
public sealed record VisitPlanPublished(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] int PlanVersion,
    [property: Id(2)] DateTimeOffset At) : IPlanPublished<VisitPlan>;

[GenerateSerializer, Immutable, Alias("territory.VisitPlanDiscarded")]
public sealed record VisitPlanDiscarded(
    [property: Id(0)] PlanId Plan,
    [property: Id(1)] int PlanVersion,
    [property: Id(2)] DateTimeOffset At) : IPlanDiscarded<VisitPlan>;
