using Territory.Contracts.Schedules;
using Territory.Grains.Actors;
using Territory.Grains.Plans;
using Territory.Optimizer.Inventory;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Schedules;

/// <summary>What a schedule that is asked for must keep to, before it costs a reading of the region.</summary>
internal static class ScheduleChecks
{
    private const int MostSeconds = 3_600;

    public static Refusal? Check(ScheduleOptions options)
    {
        if (PlanDecisions.CheckDay(options.From) is { } senseless)
            return senseless;
        if (options.Days is < 1 or > ScheduleRequestRules.MostDays)
            return Refusal.Of("schedule.days", ("value", Text(options.Days)), ("most", Text(ScheduleRequestRules.MostDays)));
        if (options.CoverDays is < 1 or > ScheduleRequestRules.MostCoverDays)
            return Refusal.Of("schedule.cover-days", ("value", Text(options.CoverDays)), ("most", Text(ScheduleRequestRules.MostCoverDays)));
        if (!Enum.IsDefined(options.Policy))
            return Refusal.Of("inventory.policy", ("value", options.Policy.ToString()));
        if (options.Iterations is < 0 or > PlanDecisions.MostIterations)
            return Refusal.Of("plan.iterations", ("iterations", options.Iterations.Value.ToString(System.Globalization.CultureInfo.InvariantCulture)));
        return options.TimeLimit is { Seconds: < 0 or > MostSeconds } limit ? Refusal.Of("plan.time-limit", ("seconds", Text(limit.Seconds))) : null;
    }
}
