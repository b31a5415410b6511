using System.Globalization;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.ReadModel.Plans;

namespace Territory.Grains.Plans;

/// <summary>Decisions on plans of either kind: a proposal is the next version, and only the latest proposal can be published or discarded.</summary>
internal static class PlanDecisions
{
    public const long MostIterations = 100_000_000;

    public static Decision<DeliveryPlanState, DeliveryPlanResult> Propose(DeliveryPlanState? state, DeliveryPlan plan) =>
        plan.Version == NextVersion(state?.Latest.Version)
            ? Decision<DeliveryPlanState, DeliveryPlanResult>.Accept(_ => new DeliveryPlanResult(CommandResult.Done(0), plan), new DeliveryPlanProposed(plan))
            : Decision<DeliveryPlanState, DeliveryPlanResult>.Refuse(new DeliveryPlanResult(Superseded(plan.Version).ToResult(), null));

    public static Decision<VisitPlanState, VisitPlanResult> Propose(VisitPlanState? state, VisitPlan plan) =>
        plan.Version == NextVersion(state?.Latest.Version)
            ? Decision<VisitPlanState, VisitPlanResult>.Accept(_ => new VisitPlanResult(CommandResult.Done(0), plan), new VisitPlanProposed(plan))
            : Decision<VisitPlanState, VisitPlanResult>.Refuse(new VisitPlanResult(Superseded(plan.Version).ToResult(), null));

    public static Decision<DeliveryPlanState, CommandResult> Publish(DeliveryPlanState? state, PublishPlan command) =>
        Check(state?.Latest.Version, state?.Latest.Status, command.PlanVersion) is { } refusal
            ? Decide.Refuse<DeliveryPlanState>(refusal)
            : Decide.Accept<DeliveryPlanState>(new DeliveryPlanPublished(state!.Latest.Id, command.PlanVersion, command.Header.At));

    public static Decision<VisitPlanState, CommandResult> Publish(VisitPlanState? state, PublishPlan command) =>
        Check(state?.Latest.Version, state?.Latest.Status, command.PlanVersion) is { } refusal
            ? Decide.Refuse<VisitPlanState>(refusal)
            : Decide.Accept<VisitPlanState>(new VisitPlanPublished(state!.Latest.Id, command.PlanVersion, command.Header.At));

    public static Decision<DeliveryPlanState, CommandResult> Discard(DeliveryPlanState? state, DiscardPlan command) =>
        Check(state?.Latest.Version, state?.Latest.Status, command.PlanVersion) is { } refusal
            ? Decide.Refuse<DeliveryPlanState>(refusal)
            : Decide.Accept<DeliveryPlanState>(new DeliveryPlanDiscarded(state!.Latest.Id, command.PlanVersion, command.Header.At));

    public static Decision<VisitPlanState, CommandResult> Discard(VisitPlanState? state, DiscardPlan command) =>
        Check(state?.Latest.Version, state?.Latest.Status, command.PlanVersion) is { } refusal
            ? Decide.Refuse<VisitPlanState>(refusal)
            : Decide.Accept<VisitPlanState>(new VisitPlanDiscarded(state!.Latest.Id, command.PlanVersion, command.Header.At));

    public static int NextVersion(int? latest) => (latest ?? 0) + 1;

    public static Refusal? Check(PlanOptions options)
    {
        if (options.Iterations is < 0 or > MostIterations)
            return Refusal.Of("plan.iterations", ("iterations", options.Iterations.Value.ToString(CultureInfo.InvariantCulture)));
        return options.TimeLimit is { Seconds: < 0 or > 3600 }
            ? Refusal.Of("plan.time-limit", ("seconds", Text(options.TimeLimit.Value.Seconds)))
            : null;
    }

    /// <summary>The planner's problems with its input; the first is spelt out, the others are counted.</summary>
    public static Refusal Invalid(InvalidInputException invalid)
    {
        var first = invalid.Problems[0];
        return Refusal.Of(
            "plan.input-invalid", ("problem", first.Code), ("rule", first.Rule), ("field", first.Field ?? ""), ("value", first.Value ?? ""),
            ("problems", Text(invalid.Problems.Count)));
    }

    private static Refusal? Check(int? latest, PlanStatus? status, int version)
    {
        if (latest != version)
            return Refusal.Of("plan.not-the-latest", ("version", Text(version)), ("latest", Text(latest ?? 0)));
        return status switch
        {
            PlanStatus.Published => Refusal.Of("plan.already-published", ("version", Text(version))),
            PlanStatus.Discarded => Refusal.Of("plan.already-discarded", ("version", Text(version))),
            _ => null,
        };
    }

    private static Refusal Superseded(int version) => Refusal.Of("plan.superseded", ("version", Text(version)));

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
