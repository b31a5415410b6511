using System.Text.Json.Serialization;
using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Model.Dispatch;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Plans;

/// <summary>The deliveries of a distributor's day (配送计划) as their actor keeps them. Of older versions it has the headers; their contents are in the stream.</summary>
public sealed record DeliveryPlanState : PlanState<DeliveryPlan>, IActorState<DeliveryPlanState>
{
    /// <summary>Every version, the oldest first, those set aside included.</summary>
    public IReadOnlyList<PlanVersion> Versions { get; init; } = [];

    /// <summary>Runs without an end on record, the oldest first.</summary>
    public IReadOnlyList<OpenRun> OpenRuns { get; init; } = [];

    /// <summary>What edits start from: the latest version of the line, or what is published where that one was discarded; null where neither is.</summary>
    [JsonIgnore]
    public DeliveryPlan? Working => Latest.Status == PlanStatus.Discarded ? Published : Latest;

    [JsonIgnore]
    public override int LastVersion => Versions[^1].Version;

    public static string Kind => ActorKind.DeliveryPlan;

    public static JsonTypeInfo<DeliveryPlanState> JsonForm => StateJsonContext.Default.DeliveryPlanState;

    public static DeliveryPlanState? Apply(DeliveryPlanState? state, IEvent @event)
    {
        if (@event is DeliveryPlanSetAside aside)
        {
            return state is null
                ? throw UnexpectedEvent.BeforeCreation(Kind, @event)
                : state with { Versions = [.. state.Versions, HeaderOf(aside.Plan, isAside: true)] };
        }

        if (@event is DeliveryPlanNamed named)
        {
            return state is null
                ? throw UnexpectedEvent.BeforeCreation(Kind, @event)
                : state with { Versions = [.. state.Versions.Select(version => version.Version == named.PlanVersion ? version with { Name = named.Name } : version)] };
        }

        if (@event is DeliveryRunStarted or DeliveryRunEnded)
            return state is null ? throw UnexpectedEvent.BeforeCreation(Kind, @event) : state with { OpenRuns = [.. RunsAfter(state.OpenRuns, @event)] };

        var next = Next(state, @event, plan => new DeliveryPlanState { Latest = plan });
        return @event is DeliveryPlanProposed proposed
            ? next with { Versions = [.. next.Versions, HeaderOf(proposed.Plan, isAside: false)] }
            : next with { Versions = [.. next.Versions.Select(version => version.Version == next.Latest.Version ? version with { Status = next.Latest.Status } : version)] };
    }

    private static PlanVersion HeaderOf(DeliveryPlan plan, bool isAside)
    {
        var late = plan.Breaches.Where(breach => breach.Rule == BreachRule.Window).ToList();
        return new PlanVersion(
            plan.Version, plan.Status, isAside, plan.Origin, plan.Routes.Count, plan.Routes.Sum(route => route.Trips.Sum(trip => trip.Stops.Count)),
            plan.Unserved.Count, plan.Distance, plan.Cost, plan.Breaches.Count, late.Count, new Duration((int)late.Sum(breach => breach.Amount)));
    }

    private static IEnumerable<OpenRun> RunsAfter(IReadOnlyList<OpenRun> open, IEvent @event) => @event switch
    {
        DeliveryRunStarted started => open.Append(new OpenRun(started.Run, started.By, started.BaseVersion, started.Options)),
        DeliveryRunEnded ended => open.Where(run => run.Run != ended.Run),
        _ => open,
    };
}
