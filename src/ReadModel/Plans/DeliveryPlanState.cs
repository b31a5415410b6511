using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Plans;

/// <summary>The deliveries of a distributor's day (配送计划) as their actor keeps them: the latest proposal, and what is published.</summary>
public sealed record DeliveryPlanState : IActorState<DeliveryPlanState>
{
    /// <summary>The latest proposal, also when it has been published or discarded; its status says so.</summary>
    public required DeliveryPlan Latest { get; init; }

    public DeliveryPlan? Published { get; init; }

    public static string Kind => ActorKind.DeliveryPlan;

    public static JsonTypeInfo<DeliveryPlanState> JsonForm => StateJsonContext.Default.DeliveryPlanState;

    public static DeliveryPlanState? Apply(DeliveryPlanState? state, IEvent @event) => (state, @event) switch
    {
        (_, DeliveryPlanProposed e) => new DeliveryPlanState { Latest = e.Plan, Published = state?.Published },
        (null, _) => throw UnexpectedEvent.BeforeCreation(Kind, @event),
        (_, DeliveryPlanPublished) => state.Publish(),
        (_, DeliveryPlanDiscarded) => state with { Latest = state.Latest with { Status = PlanStatus.Discarded } },
        _ => throw UnexpectedEvent.Unknown(Kind, @event),
    };

    private DeliveryPlanState Publish()
    {
        var published = Latest with { Status = PlanStatus.Published };
        return this with { Latest = published, Published = published };
    }
}
