using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Model.Ids;
using Territory.Model.Plans;

namespace Territory.Grains.Plans;

/// <summary>The answer and the events of one kind of plan; what is decided is the same for both kinds.</summary>
/// <param name="Answer">The outcome, with the plan where there is one.</param>
/// <param name="AgainstPublishing">What speaks against publishing a plan that could be; null: nothing.</param>
internal sealed record PlanKind<TPlan, TResult>(
    AnswerForm<TResult> Form,
    Func<CommandResult, TPlan?, TResult> Answer,
    Func<TPlan, IPlanProposed<TPlan>> Proposed,
    Func<PlanId, int, DateTimeOffset, IPlanPublished<TPlan>> Published,
    Func<PlanId, int, DateTimeOffset, IPlanDiscarded<TPlan>> Discarded,
    Func<TPlan, PublishPlan, Refusal?> AgainstPublishing)
    where TPlan : class, IDayPlan<TPlan>
    where TResult : class;

/// <summary>The two kinds of plans.</summary>
internal static class PlanKinds
{
    public static PlanKind<DeliveryPlan, DeliveryPlanResult> Deliveries { get; } = new(
        AnswerForms.DeliveryPlan,
        (outcome, plan) => new DeliveryPlanResult(outcome, plan),
        plan => new DeliveryPlanProposed(plan),
        (plan, version, at) => new DeliveryPlanPublished(plan, version, at),
        (plan, version, at) => new DeliveryPlanDiscarded(plan, version, at),
        DispatchDecisions.CheckBreaches);

    public static PlanKind<VisitPlan, VisitPlanResult> Visits { get; } = new(
        AnswerForms.VisitPlan,
        (outcome, plan) => new VisitPlanResult(outcome, plan),
        plan => new VisitPlanProposed(plan),
        (plan, version, at) => new VisitPlanPublished(plan, version, at),
        (plan, version, at) => new VisitPlanDiscarded(plan, version, at),
        (_, _) => null);
}
