using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>The shortest day of a route with breaks that only windows and loads bind, whose legs take as long at any hour.</summary>
/// <remarks>
/// Optimal over all departures and all places of the breaks; starts have no prices and no break is due so long after the one before, which is for <see cref="DayWalk"/>.
/// Algorithm: labels by breaks taken. Who departs at t is at an entry at max(c, t + d), if no later than a latest departure; a break taken on the way adds to d and c as a stop with its window would. A label
/// with c and d no greater and the latest departure no earlier dominates. Complexity: O(entries * labels²), with a handful of labels. Source: labels as in Desrochers and Soumis (1988); breaks as in Goel (2009).
/// </remarks>
internal sealed class PausedDay(ProblemData data, TripTimes trips, DayPrice price)
{
    /// <param name="Wait">Who departs early enough is here by then.</param>
    /// <param name="Shift">From the departure to here without any wait.</param>
    /// <param name="Latest">The last departure that keeps every window so far.</param>
    private readonly record struct Label(int Breaks, long Wait, long Shift, long Latest);

    private Label[] labels = new Label[16];
    private Label[] following = new Label[16];
    private int count;
    private int next;

    public static bool Covers(VehicleType type, TravelClock? clock) => clock is null && type.Breaks.All(pause => pause.MaxWorkBefore >= Interval.Unbounded);

    /// <param name="onBoard">The load after each entry, by dimension.</param>
    /// <returns>No day where a rule is broken at any departure.</returns>
    public DayChoice Choose(in RouteSequence route, ReadOnlySpan<long> onBoard)
    {
        var type = data.VehicleTypes[route.Type];
        var durations = data.DurationsOf(route.Type);
        var first = Math.Max(type.Start.Early, trips.EarliestAt(0));
        if (first > type.Start.Late)
            return DayChoice.None;
        labels[0] = new Label(0, first, 0, type.Start.Late);
        count = 1;
        for (var i = 1; i < route.Length; i++)
        {
            var leg = durations.Between(route.Nodes[i - 1], route.Nodes[i]);
            if (leg == ProblemData.NoRoad)
                return DayChoice.None;
            next = 0;
            for (var l = 0; l < count; l++)
                Drive(route, type, onBoard, i, labels[l], leg);
            (labels, following, count) = (following, labels, next);
            if (count == 0)
                return DayChoice.None;
        }

        var best = DayChoice.None;
        for (var l = 0; l < count; l++)
            best = DayChoice.BetterOf(best, End(route.Type, type, labels[l]));
        return best;
    }

    /// <summary>To the next entry: without a break, and with one after another of those that come next.</summary>
    private void Drive(in RouteSequence route, VehicleType type, ReadOnlySpan<long> onBoard, int entry, Label before, long leg)
    {
        var at = before with { Wait = before.Wait + leg, Shift = before.Shift + leg };
        Serve(route, type, entry, at);
        if (before.Breaks < type.Breaks.Count)
            Pause(route, type, onBoard, entry, before, at, long.MinValue);
    }

    /// <param name="free">When the vehicle may begin a break at the earliest: when the entry before is done, or the break before on the same way.</param>
    /// <param name="ended">The latest end of the break before on the same way, which begins as late as it may.</param>
    private void Pause(in RouteSequence route, VehicleType type, ReadOnlySpan<long> onBoard, int entry, in Label free, in Label at, long ended)
    {
        var pause = type.Breaks[at.Breaks];
        if (!pause.Allows(onBoard.Slice((entry - 1) * data.Dimensions, data.Dimensions)))
            return;
        for (var w = 0; w < pause.Windows.Count; w++)
        {
            var window = pause.Windows[w];
            var latest = at.Latest;
            if (ended == long.MinValue || ended > window.Late)
            {
                if (free.Wait > window.Late)
                    continue;
                latest = Math.Min(latest, window.Late - free.Shift);
            }

            var taken = new Label(at.Breaks + 1, Math.Max(at.Wait, window.Early) + pause.Duration, at.Shift + pause.Duration, latest);
            Serve(route, type, entry, taken);
            if (taken.Breaks < type.Breaks.Count)
                Pause(route, type, onBoard, entry, taken, taken, window.Late + pause.Duration);
        }
    }

    private void Serve(in RouteSequence route, VehicleType type, int entry, Label at)
    {
        var node = route.Nodes[entry];
        var (_, wait, shift, latest) = at;
        long late;
        long work = 0;
        if (node >= data.DepotCount)
        {
            var window = route.Windows[entry];
            wait = Math.Max(wait, data.WindowEarly[window]);
            late = data.WindowLate[window];
            work = data.ServicesOf(route.Type)[node] + (data.PlaceOf[node] == data.PlaceOf[route.Nodes[entry - 1]] ? 0 : data.SetupsOf(route.Type)[node]);
        }
        else
        {
            late = trips.DueAt(entry);
            if (wait > late)
                return;
            latest = Math.Min(latest, late - shift);
            var hours = trips.HoursAt(route, entry);
            wait = Math.Max(wait, hours.Early);
            late = hours.Late;
            work = entry == route.Length - 1 ? 0 : type.ReloadDuration;
        }

        if (wait <= late)
            Keep(new Label(at.Breaks, wait + work, shift + work, Math.Min(latest, late - shift)));
    }

    private void Keep(in Label at)
    {
        for (var l = 0; l < next; l++)
        {
            if (Dominates(following[l], at))
                return;
        }

        var kept = 0;
        for (var l = 0; l < next; l++)
        {
            if (!Dominates(at, following[l]))
                following[kept++] = following[l];
        }

        if (kept == following.Length)
            Array.Resize(ref following, 2 * kept);
        following[kept++] = at;
        next = kept;
    }

    private static bool Dominates(in Label a, in Label b) => a.Breaks == b.Breaks && a.Wait <= b.Wait && a.Shift <= b.Shift && a.Latest >= b.Latest;

    /// <summary>The shortest day of a label at the return; a break not taken must be able to wait until after it.</summary>
    private DayChoice End(int typeIndex, VehicleType type, Label at)
    {
        var latest = at.Latest;
        for (var b = at.Breaks; b < type.Breaks.Count; b++)
        {
            var late = type.Breaks[b].Windows[^1].Late;
            if (type.Breaks[b].IsObligatory || at.Wait > late)
                return DayChoice.None;
            latest = Math.Min(latest, late - at.Shift);
        }

        var start = Math.Min(latest, at.Wait - at.Shift);
        return new DayChoice(start, at.Wait, 0, price.Of(typeIndex, at.Wait - start, 0));
    }
}
