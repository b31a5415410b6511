namespace Territory.Optimizer.Visits;

/// <summary>Spreads the calls of the coming cycle over its working days, so that today carries its fair share and no later day is overrun.</summary>
/// <remarks>
/// Algorithm: least-loaded-day assignment with look-ahead. A terminal with a rhythm keeps its due day and moves up only from a crowded day; one never visited
/// goes to the day whose load, with that of its repeats, is least. Loads are seconds of service and travel. Complexity: O(terminals * days).
/// </remarks>
internal sealed class VisitLevelling
{
    private const double Crowded = 1.25;
    private const int MostDaysEarly = 5;

    private readonly PlanningDays days;
    private readonly long[] load;
    private readonly long capacitySeconds;
    private readonly long travelSeconds;
    private long crowdedSeconds;

    public VisitLevelling(PlanningDays days, long capacitySeconds, long travelSeconds)
    {
        this.days = days;
        this.capacitySeconds = capacitySeconds;
        this.travelSeconds = travelSeconds;
        load = new long[days.Count];
    }

    /// <summary>The calls that belong to today.</summary>
    public IReadOnlyList<Call> Today(IReadOnlyList<Call> calls)
    {
        var average = calls.Sum(call => (double)Cost(call) * call.VisitsPerCycle) / days.Count;
        crowdedSeconds = Math.Min(capacitySeconds, (long)(average * Crowded));
        var today = new List<Call>();
        foreach (var call in calls.Where(call => !call.IsNew && days.Covers(call.DueOn)))
            Add(call, call.DueDay);
        foreach (var call in calls.Where(call => !call.IsNew && days.Covers(call.DueOn)))
        {
            if (Move(call) == 0)
                today.Add(call);
        }

        foreach (var call in calls.Where(call => call.IsNew).OrderBy(call => call.DueDay).ThenBy(call => call.Terminal.Id.Value, StringComparer.Ordinal))
        {
            var day = LeastLoaded(call);
            Add(call, day);
            if (day == 0)
                today.Add(call);
        }

        return today;
    }

    private long Cost(Call call) => call.Service.Seconds + travelSeconds;

    /// <summary>Moves a call up from a crowded due day: by one working day to level, by several only where the day is more than full.</summary>
    private int Move(Call call)
    {
        var due = call.DueDay;
        var most = load[due] > capacitySeconds ? MostDaysEarly : 1;
        if (due == 0 || load[due] <= crowdedSeconds)
            return due;
        for (var day = due - 1; day >= 0 && due - day <= most; day--)
        {
            if (load[day] + (2 * Cost(call)) > load[due] || !call.IsOpen(days.Dates[day]))
                continue;
            Add(call, due, -1);
            Add(call, day);
            return day;
        }

        return due;
    }

    private int LeastLoaded(Call call)
    {
        var best = call.DueDay;
        var least = double.MaxValue;
        for (var day = 0; day <= call.DueDay; day++)
        {
            if (day < call.DueDay && !call.IsOpen(days.Dates[day]))
                continue;
            var (sum, count) = (0L, 0);
            for (var date = days.Dates[day]; days.Covers(date); date = date.AddDays(call.IntervalDays))
            {
                sum += load[days.UpTo(date)];
                count++;
            }

            if ((double)sum / count >= least)
                continue;
            least = (double)sum / count;
            best = day;
        }

        return best;
    }

    private void Add(Call call, int day, int sign = 1)
    {
        for (var date = days.Dates[day]; days.Covers(date); date = date.AddDays(call.IntervalDays))
            load[days.UpTo(date)] += sign * Cost(call);
    }
}
