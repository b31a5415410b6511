using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>When a vehicle leaves whose days are only known by walking them.</summary>
/// <remarks>
/// The departure is the cheapest of these: the earliest one, and each moment before the latest departure at which some road becomes quicker, every one of them made as late as delays neither its return nor adds to its
/// price of starts. Without breaks, and with breaks that only windows bind, <see cref="SteadyDay"/>, <see cref="RushDay"/> and <see cref="PausedDay"/> find better departures where there are any.
/// Algorithm: who leaves later never arrives earlier, so the latest departure is found by halving, from a guess by the waits of the first day, which is nearly always right. Complexity: three walks (<see cref="DayWalk"/>)
/// a departure where the guess is right.
/// </remarks>
internal sealed class WalkedDeparture(ProblemData data, DayWalk day, DayPrice price)
{
    /// <param name="onBoard">The load after each entry, by dimension.</param>
    /// <param name="paysDeparture">Whether a later departure may be worth more than an early one.</param>
    /// <returns>No day where a strict walk from the earliest departure breaks a rule.</returns>
    public DayChoice Choose(in RouteSequence route, ReadOnlySpan<long> onBoard, bool paysDeparture)
    {
        var type = data.VehicleTypes[route.Type];
        var first = day.FirstStart(route);
        if (first > type.Start.Late)
            return DayChoice.None;
        var best = Latest<StrictSink>(route, onBoard, first, paysDeparture);
        if (!paysDeparture || !best.Exists)
            return best;
        var quickenings = data.ClockOf(route.Type)?.Quickenings ?? [];
        for (var i = 0; i < quickenings.Count; i++)
        {
            var from = quickenings[i];
            if (from <= best.Start || from > type.Start.Late)
                continue;
            // Who leaves later returns no earlier, so that no later day is shorter than this.
            if (price.Of(route.Type, Math.Max(0, best.Finish - type.Start.Late), 0) >= best.Cost)
                break;
            best = DayChoice.BetterOf(best, Latest<StrictSink>(route, onBoard, from, paysDeparture: true));
        }

        return best;
    }

    /// <summary>The latest departure from one on that delays neither its return nor adds to its price of starts.</summary>
    public DayChoice Latest<TSink>(in RouteSequence route, ReadOnlySpan<long> onBoard, long first, bool paysDeparture)
        where TSink : struct, IRuleSink
    {
        var last = day.Walk<TSink>(route, onBoard, first);
        if (last < 0)
            return DayChoice.None;
        var goal = day.Labels[last];
        var best = Day(route.Type, first, goal);
        if (!paysDeparture)
            return best;
        var (low, high) = (first, Math.Max(first, Math.Min(data.VehicleTypes[route.Type].Start.Late, goal.Done)));
        // Most departures can be as late as the waits of the day say, and no later.
        var guess = Math.Min(high, first + Slack(route, last));
        for (var step = 0L; low < high; step = Math.Max(1, 2 * step))
        {
            var look = guess + step;
            if (look <= low)
                continue;
            if (look > high)
                break;
            if (!IsAsGood<TSink>(route, onBoard, look, goal, ref best))
            {
                high = look - 1;
                break;
            }

            low = look;
        }

        while (low < high)
        {
            var middle = low + ((high - low + 1) / 2);
            if (IsAsGood<TSink>(route, onBoard, middle, goal, ref best))
                low = middle;
            else
                high = middle - 1;
        }

        return best;
    }

    private bool IsAsGood<TSink>(in RouteSequence route, ReadOnlySpan<long> onBoard, long start, DayLabel goal, ref DayChoice best)
        where TSink : struct, IRuleSink
    {
        var last = day.Walk<TSink>(route, onBoard, start);
        if (last < 0 || day.Labels[last].Done > goal.Done || day.Labels[last].StartCost > goal.StartCost || day.Labels[last].Late > goal.Late || day.Labels[last].Missed > goal.Missed)
            return false;
        best = Day(route.Type, start, day.Labels[last]);
        return true;
    }

    private DayChoice Day(int type, long start, DayLabel last) =>
        new(start, last.Done, last.StartCost, price.Of(type, last.Done - start, last.StartCost));

    /// <summary>How much later the departure of a walked day might be if its waits took it up; only a guess.</summary>
    private long Slack(in RouteSequence route, int last)
    {
        var clock = data.ClockOf(route.Type);
        long slack = 0;
        for (var l = last; day.Labels[l].Parent >= 0; l = day.Labels[l].Parent)
        {
            ref readonly var label = ref day.Labels[l];
            ref readonly var before = ref day.Labels[label.Parent];
            if (!label.IsBreak)
                slack += Math.Max(0, label.Start - label.Arrival);
            else if (label.Left == 0 && !before.IsBreak)
                slack += Math.Max(0, label.Start - label.Reached);
            if (clock is null || label.IsBreak || label.Arrival == before.Done)
                continue;
            var leg = new TravelLeg(clock, route.Nodes[label.Entry - 1], route.Nodes[label.Entry], data.DurationsOf(route.Type).Between(route.Nodes[label.Entry - 1], route.Nodes[label.Entry]));
            var ratio = leg.PaceAt(label.Arrival).Pace / leg.PaceAt(before.Done).Pace;
            slack = double.IsFinite(ratio) ? (long)(slack * ratio) : slack;
        }

        return slack;
    }
}
