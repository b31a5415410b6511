using Territory.Model.Quantities;

namespace Territory.Contracts.Plans;

/// <summary>How long to plan. Iterations reproduce a plan exactly; a time limit only chooses how many are done.</summary>
/// <param name="ByTimeOfDay">Whether deliveries drive at the times of each slot of the day (分时段), where the roads have slots; otherwise at those of the whole day.</param>
[GenerateSerializer, Immutable, Alias("territory.PlanOptions")]
public sealed record PlanOptions(
    [property: Id(0)] long Seed,
    [property: Id(1)] long? Iterations,
    [property: Id(2)] Duration? TimeLimit,
    [property: Id(3)] bool ByTimeOfDay = false);

/// <summary>Plans the deliveries of a distributor on a day from its open orders and keeps the plan as a proposal.</summary>
[GenerateSerializer, Immutable, Alias("territory.ProposeDeliveryPlan")]
public sealed record ProposeDeliveryPlan(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] PlanOptions Options) : ICommand;

/// <summary>Plans a rep's visit list for a day and keeps it as a proposal.</summary>
[GenerateSerializer, Immutable, Alias("territory.ProposeVisitPlan")]
public sealed record ProposeVisitPlan(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] PlanOptions Options) : ICommand;

/// <summary>Makes a proposal the plan of the day (发布).</summary>
/// <param name="AcceptBreaches">Whether the person has seen the rules that the plan breaks without an allowance, and wants it so.</param>
[GenerateSerializer, Immutable, Alias("territory.PublishPlan")]
public sealed record PublishPlan(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int PlanVersion,
    [property: Id(2)] bool AcceptBreaches = false) : ICommand;

/// <summary>Drops a proposal.</summary>
[GenerateSerializer, Immutable, Alias("territory.DiscardPlan")]
public sealed record DiscardPlan(
    [property: Id(0)] CommandHeader Header,
    [property: Id(1)] int PlanVersion) : ICommand;
