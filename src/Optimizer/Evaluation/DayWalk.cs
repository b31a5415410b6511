using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>When a vehicle that departs at a given time is where: breaks, waiting and service along a given sequence of stops.</summary>
/// <remarks>
/// Everything is done as early as it may. Breaks are placed so that the day is over earliest, and of such days so that starts cost least.
/// Algorithm: labels by breaks taken, of which the earlier one with the later end of the last break dominates. A break may interrupt a leg. Complexity: O(entries * breaks²).
/// Source: labels as in Desrochers and Soumis (1988); driver breaks as in Goel (2009).
/// </remarks>
internal sealed class DayWalk(ProblemData data, TripTimes trips, DayPrice price)
{
    private DayLabel[] labels = new DayLabel[64];
    private int count;

    public ReadOnlySpan<DayLabel> Labels => labels.AsSpan(0, count);

    /// <summary>The earliest departure.</summary>
    public long FirstStart(in RouteSequence route) => Math.Max(data.VehicleTypes[route.Type].Start.Early, trips.EarliestAt(0));

    /// <summary>The day of a departure.</summary>
    /// <param name="onBoard">The load after each entry, by dimension.</param>
    /// <returns>The last label of the day, or -1 when a strict walk breaks a rule.</returns>
    public int Walk<TSink>(in RouteSequence route, ReadOnlySpan<long> onBoard, long start)
        where TSink : struct, IRuleSink
    {
        count = 0;
        Push(new DayLabel { Parent = -1, Start = start, Done = start, WorkSince = start, Late = Math.Max(0, start - data.VehicleTypes[route.Type].Start.Late) });
        var (from, to) = (0, 1);
        var (durations, clock) = (data.DurationsOf(route.Type), data.ClockOf(route.Type));
        for (var i = 1; i < route.Length; i++)
        {
            var leg = durations.Between(route.Nodes[i - 1], route.Nodes[i]);
            var isRoad = leg != ProblemData.NoRoad;
            if (!isRoad)
            {
                if (TSink.IsStrict)
                    return -1;
                leg = 0;
            }

            // The labels that arrive here follow those that left the entry before; breaks among them are followed in their turn.
            var firstHere = count;
            for (var l = from; l < to; l++)
                Drive<TSink>(route, onBoard, i, l, new TravelLeg(isRoad ? clock : null, route.Nodes[i - 1], route.Nodes[i], leg));
            (from, to) = Keep(firstHere, i);
            if (from == to)
                return -1;
        }

        return Best<TSink>(route.Type, from, to);
    }

    /// <summary>From a label to the next entry: without a break, and with one after another of those that come next.</summary>
    private void Drive<TSink>(in RouteSequence route, ReadOnlySpan<long> onBoard, int entry, int parent, in TravelLeg leg)
        where TSink : struct, IRuleSink
    {
        var at = labels[parent];
        at.Parent = parent;
        at.Entry = entry;
        at.Left = leg.Work;
        at.Slack = 0;
        at.Arrival = leg.Arrival(at.Done);
        Arrive<TSink>(route, onBoard, leg, at);
    }

    private void Arrive<TSink>(in RouteSequence route, ReadOnlySpan<long> onBoard, in TravelLeg leg, DayLabel at)
        where TSink : struct, IRuleSink
    {
        Serve<TSink>(route, at);
        var breaks = data.VehicleTypes[route.Type].Breaks;
        if (at.Breaks == breaks.Count)
            return;
        var next = breaks[at.Breaks];
        if (next.Allows(onBoard.Slice((at.Entry - 1) * data.Dimensions, data.Dimensions)))
        {
            for (var w = 0; w < next.Windows.Count; w++)
            {
                var taken = at;
                if (!TryTake(next, next.Windows[w], leg, ref taken))
                    continue;
                Push(taken);
                taken.Parent = count - 1;
                taken.IsBreak = false;
                Arrive<TSink>(route, onBoard, leg, taken);
            }
        }

        if (TSink.IsStrict)
            return;
        at.Missed++;
        at.Breaks++;
        Arrive<TSink>(route, onBoard, leg, at);
    }

    /// <summary>Takes a break as late as it may begin without delaying the arrival more than it must.</summary>
    private static bool TryTake(Break next, Interval window, in TravelLeg leg, ref DayLabel at)
    {
        var latest = Math.Min(window.Late, at.WorkSince + next.MaxWorkBefore);
        if (Math.Max(at.Done, window.Early) > latest)
            return false;
        var begin = Math.Min(latest, Math.Max(at.Arrival, window.Early));
        at.Reached = at.Arrival;
        at.Slack = begin >= at.Arrival ? latest - begin : 0;
        at.Left = begin >= at.Arrival ? 0 : at.Left - leg.WorkBetween(at.Done, begin);
        at.Start = begin;
        at.Done = begin + next.Duration;
        at.Arrival = leg.Arrival(at.Done, at.Left);
        at.WorkSince = at.Done;
        at.IsBreak = true;
        at.Breaks++;
        return true;
    }

    /// <summary>What is done at an entry by who arrives there.</summary>
    private void Serve<TSink>(in RouteSequence route, DayLabel at)
        where TSink : struct, IRuleSink
    {
        var type = data.VehicleTypes[route.Type];
        var i = at.Entry;
        var node = route.Nodes[i];
        long late;
        if (i == route.Length - 1)
        {
            at.Start = at.Done = at.Arrival;
            late = Math.Max(0, at.Start - type.LatestEnd) + Math.Max(0, at.Arrival - trips.DueAt(i));
        }
        else if (node < data.DepotCount)
        {
            var hours = data.Depots[node].Reloading;
            at.Start = Math.Max(at.Arrival, Math.Max(hours.Early, trips.EarliestAt(i)));
            at.Done = at.Start + type.ReloadDuration;
            late = Math.Max(0, at.Start - hours.Late) + Math.Max(0, at.Arrival - trips.DueAt(i));
        }
        else
        {
            at.Window = route.Windows[i] >= 0 ? route.Windows[i] : FirstWindow(node, at.Arrival);
            at.Start = Math.Max(at.Arrival, data.WindowEarly[at.Window]);
            late = Math.Max(0, at.Start - data.WindowLate[at.Window]);
            var isThere = data.PlaceOf[node] == data.PlaceOf[route.Nodes[i - 1]];
            at.Done = at.Start + (isThere ? 0 : data.SetupsOf(route.Type)[node]) + data.ServicesOf(route.Type)[node];
            if (data.CostsStart)
                at.StartCost += price.OfStart(node, at.Start);
        }

        if (TSink.IsStrict && late > 0)
            return;
        // A break before a wait is taken at the end of the wait, which lets the next one be later.
        at.WorkSince += Math.Min(at.Slack, at.Start - at.Arrival);
        at.Late += late;
        Push(at);
    }

    private int FirstWindow(int node, long arrival)
    {
        var window = data.WindowOffset[node];
        while (window + 1 < data.WindowOffset[node + 1] && data.WindowLate[window] < arrival)
            window++;
        return window;
    }

    /// <summary>Moves the labels at an entry that no other dominates to the front of those that arrived, behind the breaks taken on the way.</summary>
    private (int From, int To) Keep(int first, int entry)
    {
        // Breaks are parents and stay where they are; what arrived is copied behind everything, so that it lies in one piece.
        var end = count;
        for (var l = first; l < end; l++)
        {
            if (labels[l].IsBreak || labels[l].Entry != entry || IsDominated(l, first, end))
                continue;
            Push(labels[l]);
        }

        return (end, count);
    }

    private bool IsDominated(int label, int first, int end)
    {
        ref readonly var a = ref labels[label];
        for (var l = first; l < end; l++)
        {
            ref readonly var b = ref labels[l];
            if (l == label || b.IsBreak || b.Breaks != a.Breaks || b.Done > a.Done || b.WorkSince < a.WorkSince || b.Late > a.Late || b.Missed > a.Missed || b.StartCost > a.StartCost)
                continue;
            // Of two alike the first stays.
            if (b.Done < a.Done || b.WorkSince > a.WorkSince || b.Late < a.Late || b.Missed < a.Missed || b.StartCost < a.StartCost || l < label)
                return true;
        }

        return false;
    }

    private int Best<TSink>(int typeIndex, int from, int to)
        where TSink : struct, IRuleSink
    {
        var best = -1;
        for (var l = from; l < to; l++)
        {
            ref var label = ref labels[l];
            label.Missed += MissedAtEnd(typeIndex, label);
            if (TSink.IsStrict && label.Missed > 0)
                continue;
            if (best < 0 || (label.Missed, label.Late, label.Done, label.StartCost).CompareTo((labels[best].Missed, labels[best].Late, labels[best].Done, labels[best].StartCost)) < 0)
                best = l;
        }

        return best;
    }

    /// <summary>Breaks not taken that could not have waited until after the day.</summary>
    private int MissedAtEnd(int typeIndex, DayLabel label)
    {
        var breaks = data.VehicleTypes[typeIndex].Breaks;
        var missed = 0;
        for (var b = label.Breaks; b < breaks.Count; b++)
            missed += breaks[b].IsObligatory || label.Done > Math.Min(breaks[b].Windows[^1].Late, label.WorkSince + breaks[b].MaxWorkBefore) ? 1 : 0;
        return missed;
    }

    private void Push(DayLabel label)
    {
        if (count == labels.Length)
            Array.Resize(ref labels, 2 * count);
        labels[count++] = label;
    }
}
