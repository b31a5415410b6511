using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Plans;

/// <summary>The deliveries of a distributor's day (配送计划) as their actor keeps them.</summary>
public sealed record DeliveryPlanState : PlanState<DeliveryPlan>, IActorState<DeliveryPlanState>
{
    public static string Kind => ActorKind.DeliveryPlan;

    public static JsonTypeInfo<DeliveryPlanState> JsonForm => StateJsonContext.Default.DeliveryPlanState;

    public static DeliveryPlanState? Apply(DeliveryPlanState? state, IEvent @event) =>
        Next(state, @event, plan => new DeliveryPlanState { Latest = plan });
}
