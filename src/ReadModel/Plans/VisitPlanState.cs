using System.Text.Json.Serialization.Metadata;
using Territory.Contracts;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Plans;

/// <summary>The visit list of a rep's day (拜访计划) as its actor keeps it.</summary>
public sealed record VisitPlanState : PlanState<VisitPlan>, IActorState<VisitPlanState>
{
    public static string Kind => ActorKind.VisitPlan;

    public static JsonTypeInfo<VisitPlanState> JsonForm => StateJsonContext.Default.VisitPlanState;

    public static VisitPlanState? Apply(VisitPlanState? state, IEvent @event) =>
        Next(state, @event, plan => new VisitPlanState { Latest = plan });
}
