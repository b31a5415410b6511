using System.Globalization;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.ReadModel.Plans;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Plans;

/// <summary>Decisions on plans of either kind: a proposal is the next version, and only the latest proposal can be published or discarded.</summary>
internal static class PlanDecisions
{
    public const long MostIterations = 100_000_000;
    private const int EarliestYear = 1970;
    private const int LatestYear = 2999;

    public static Decision<TState, TResult> Propose<TState, TPlan, TResult>(TState? state, TPlan plan, PlanKind<TPlan, TResult> kind)
        where TState : PlanState<TPlan>
        where TPlan : class, IDayPlan<TPlan>
        where TResult : class =>
        plan.Version == NextVersion(state?.LastVersion)
            ? Decision<TState, TResult>.Accept(_ => kind.Answer(CommandResult.Done(0), plan), kind.Proposed(plan))
            : Decision<TState, TResult>.Refuse(kind.Answer(Superseded(plan.Version).ToResult(), null));

    /// <param name="gone">What speaks against the latest version now that some of it may have left; null: nothing.</param>
    public static Decision<TState, CommandResult> Publish<TState, TPlan, TResult>(
        TState? state, PublishPlan command, PlanKind<TPlan, TResult> kind, Refusal? gone)
        where TState : PlanState<TPlan>
        where TPlan : class, IDayPlan<TPlan>
        where TResult : class =>
        (Check(state?.Latest, command.PlanVersion) ?? gone ?? kind.AgainstPublishing(state!.Latest, command)) is { } refusal
            ? Decide.Refuse<TState>(refusal)
            : Decide.Accept<TState>(kind.Published(state!.Latest.Id, command.PlanVersion, command.Header.At));

    public static Decision<TState, CommandResult> Discard<TState, TPlan, TResult>(TState? state, DiscardPlan command, PlanKind<TPlan, TResult> kind)
        where TState : PlanState<TPlan>
        where TPlan : class, IDayPlan<TPlan>
        where TResult : class =>
        Check(state?.Latest, command.PlanVersion) is { } refusal
            ? Decide.Refuse<TState>(refusal)
            : Decide.Accept<TState>(kind.Discarded(state!.Latest.Id, command.PlanVersion, command.Header.At));

    public static int NextVersion(int? last) => (last ?? 0) + 1;

    /// <summary>A day that nobody plans is a slip, and cycles reckoned from it would leave the calendar.</summary>
    public static Refusal? CheckDay(DateOnly day) => day.Year is < EarliestYear or > LatestYear ? Refusal.Of("plan.date", ("date", Text(day))) : null;

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

    private static Refusal? Check<TPlan>(TPlan? latest, int version)
        where TPlan : class, IDayPlan<TPlan>
    {
        if (latest?.Version != version)
            return Refusal.Of("plan.not-the-latest", ("version", Text(version)), ("latest", Text(latest?.Version ?? 0)));
        return latest.Status switch
        {
            PlanStatus.Published => Refusal.Of("plan.already-published", ("version", Text(version))),
            PlanStatus.Discarded => Refusal.Of("plan.already-discarded", ("version", Text(version))),
            _ => null,
        };
    }

    private static Refusal Superseded(int version) => Refusal.Of("plan.superseded", ("version", Text(version)));
}
