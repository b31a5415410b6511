using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Plans;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Plans;

/// <summary>Decisions on versions of a day's deliveries: what is made on another version than the working plan is refused, or set aside.</summary>
internal static class DispatchDecisions
{
    /// <summary>How a run ended whose process did.</summary>
    public const string Interrupted = "run.interrupted";

    private const int MostMovePriceMinorUnits = 100_000_000;

    /// <summary>The next version of the line.</summary>
    public static Decision<DeliveryPlanState, DeliveryPlanResult> Change(DeliveryPlanState? state, int baseVersion, DeliveryPlan plan)
    {
        if (CheckBase(state, baseVersion) is { } moved)
            return Refuse(moved);
        return plan.Version == PlanDecisions.NextVersion(state?.LastVersion)
            ? Accept(new DeliveryPlanProposed(plan), plan)
            : Refuse(Refusal.Of("plan.superseded", ("version", Text(plan.Version))));
    }

    /// <summary>A run's result: on the line where nothing came between, otherwise beside it.</summary>
    /// <param name="hasLeft">Whether something left the depot while the run went on.</param>
    public static Decision<DeliveryPlanState, DeliveryPlanResult> Record(DeliveryPlanState? state, RecordRun command, DistributorId distributor, DateOnly date, bool hasLeft)
    {
        if (state is null)
            return Refuse(Refusal.Of("plan.not-made"));
        var version = PlanDecisions.NextVersion(state.LastVersion);
        var plan = command.Plan with
        {
            Id = DeliveryRequests.IdOf(distributor, date, version),
            Version = version,
            Status = PlanStatus.Proposed,
            Origin = new PlanOrigin(PlanOriginKind.Reoptimised, command.BaseVersion, command.Header.Actor, command.Header.At, Run: command.Options),
        };
        IEvent made = hasLeft || CheckBase(state, command.BaseVersion) is not null ? new DeliveryPlanSetAside(plan) : new DeliveryPlanProposed(plan);
        return Decision<DeliveryPlanState, DeliveryPlanResult>.Accept(
            _ => new DeliveryPlanResult(CommandResult.Done(0), plan), made, new DeliveryRunEnded(command.Run, RefusalCode: null));
    }

    /// <summary>A run begins. Whoever begins one has seen those that a restart ended.</summary>
    /// <param name="interrupted">Runs that are open on record and go on nowhere.</param>
    public static Decision<DeliveryPlanState, CommandResult> Start(DeliveryPlanState? state, StartRun command, string run, IReadOnlyList<string> interrupted)
    {
        if (CheckBase(state, command.BaseVersion) is { } moved)
            return Decide.Refuse<DeliveryPlanState>(moved);
        IEvent[] events =
        [
            .. interrupted.Select(ended => new DeliveryRunEnded(ended, Interrupted)),
            new DeliveryRunStarted(run, command.Header.Actor, command.BaseVersion, command.Options, command.Header.At),
        ];
        return Decide.Accept<DeliveryPlanState>(events);
    }

    public static Decision<DeliveryPlanState, CommandResult> End(DeliveryPlanState? state, EndRun command) =>
        state?.OpenRuns.Any(run => run.Run == command.Run) == true
            ? Decide.Accept<DeliveryPlanState>(new DeliveryRunEnded(command.Run, command.RefusalCode))
            : Decide.Accept<DeliveryPlanState>();

    /// <summary>Refuses what was made on another version than the working plan; 0 stands for none.</summary>
    public static Refusal? CheckBase(DeliveryPlanState? state, int baseVersion)
    {
        if (state is null)
            return Refusal.Of("plan.not-made");
        if ((state.Working?.Version ?? 0) == baseVersion)
            return null;
        var latest = state.Versions.LastOrDefault(version => !version.IsAside);
        return Refusal.Of(
            "plan.changed-since", ("version", Text(state.Working?.Version ?? 0)), ("by", latest?.Origin?.By.Value ?? ""),
            ("at", latest?.Origin is { } origin ? Text(origin.At) : ""));
    }

    /// <summary>A plan that breaks rules without an allowance is published only by someone who says so.</summary>
    public static Refusal? CheckBreaches(DeliveryPlan plan, PublishPlan command)
    {
        var uncovered = plan.Breaches.Count(breach => !breach.IsAllowed);
        return uncovered == 0 || command.AcceptBreaches ? null : Refusal.Of("plan.breaches", ("version", Text(plan.Version)), ("breaches", Text(uncovered)));
    }

    public static Refusal? Check(RunOptions options)
    {
        if (PlanDecisions.Check(new PlanOptions(options.Seed, options.Iterations, options.TimeLimit)) is { } limit)
            return limit;
        if (options.Scope == RunScope.Routes != options.Vehicles.Count > 0)
            return Refusal.Of("run.vehicles", ("scope", options.Scope.ToString()), ("vehicles", Text(options.Vehicles.Count)));
        return options.MovePrice.MinorUnits is < 0 or > MostMovePriceMinorUnits
            ? Refusal.Of("run.move-price", ("movePrice", Text(options.MovePrice.MinorUnits)))
            : null;
    }

    public static DeliveryPlanResult Refused(Refusal refusal) => new(refusal.ToResult(), null);

    private static Decision<DeliveryPlanState, DeliveryPlanResult> Accept(IEvent @event, DeliveryPlan plan) =>
        Decision<DeliveryPlanState, DeliveryPlanResult>.Accept(_ => new DeliveryPlanResult(CommandResult.Done(0), plan), @event);

    private static Decision<DeliveryPlanState, DeliveryPlanResult> Refuse(Refusal refusal) =>
        Decision<DeliveryPlanState, DeliveryPlanResult>.Refuse(Refused(refusal));
}
