using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Plans;

/// <summary>The visit list of a rep's day (拜访计划) as its actor keeps it: the latest proposal, and what is published.</summary>
public sealed record VisitPlanState : IActorState<VisitPlanState>
{
    /// <summary>The latest proposal, also when it has been published or discarded; its status says so.</summary>
    public required VisitPlan Latest { get; init; }

    public VisitPlan? Published { get; init; }

    public static string Kind => ActorKind.VisitPlan;

    public static JsonTypeInfo<VisitPlanState> JsonForm => StateJsonContext.Default.VisitPlanState;

    public static VisitPlanState? Apply(VisitPlanState? state, IEvent @event) => (state, @event) switch
    {
        (_, VisitPlanProposed e) => new VisitPlanState { Latest = e.Plan, Published = state?.Published },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, VisitPlanPublished) => state.Publish(),
        (_, VisitPlanDiscarded) => state with { Latest = state.Latest with { Status = PlanStatus.Discarded } },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };

    private VisitPlanState Publish()
    {
        var published = Latest with { Status = PlanStatus.Published };
        return this with { Latest = published, Published = published };
    }
}
