using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>The definition of what a route costs and which rules it breaks, by walking along it. One for each thread.</summary>
/// <remarks>
/// Rules of stops and loads are for <see cref="StopRules"/>, what the sums of the walk cost for <see cref="RoutePrice"/>, when its day begins for <see cref="SteadyDay"/>, <see cref="RushDay"/>, <see cref="PausedDay"/> or, where neither knows all rules,
/// <see cref="WalkedDeparture"/>. The search's joined figures agree with it wherever they apply. Complexity: that of those.
/// </remarks>
internal sealed class RouteWalk
{
    private readonly ProblemData data;
    private readonly TripTimes tripTimes;
    private readonly SteadyDay steady;
    private readonly RushDay rush;
    private readonly PausedDay paused;
    private readonly StopRules stops;
    private readonly DayWalk day;
    private readonly WalkedDeparture departure;
    private readonly RoutePrice prices;
    private readonly DayKind[] kinds;
    private readonly bool[] paysDeparture;

    private enum DayKind
    {
        Steady,
        Rush,
        Paused,
        Walked,
    }

    public RouteWalk(ProblemData data)
    {
        this.data = data;
        Price = new DayPrice(data);
        tripTimes = new TripTimes(data);
        steady = new SteadyDay(data, tripTimes, Price);
        rush = new RushDay(data, tripTimes, Price);
        paused = new PausedDay(data, tripTimes, Price);
        stops = new StopRules(data);
        day = new DayWalk(data, tripTimes, Price);
        departure = new WalkedDeparture(data, day, Price);
        prices = new RoutePrice(data);
        kinds = [.. data.VehicleTypes.Select((type, number) => KindOf(type, data.ClockOf(number)))];
        var balancesTime = data.Rules.Balance is { Figure: BalancedFigure.Duration };
        paysDeparture = [.. data.VehicleTypes.Select(type =>
            balancesTime || type.CostPerDuration > 0 || type.OvertimeCostPerDuration > 0 || type.MaxDuration < Interval.Unbounded || data.CostsStart
            || type.Breaks.Any(pause => pause.MaxWorkBefore < Interval.Unbounded))];
    }

    public DayPrice Price { get; }

    /// <summary>The labels of the last walk, from which a timetable is read.</summary>
    public ReadOnlySpan<DayLabel> Labels => day.Labels;

    /// <summary>The load after an entry of the last walk.</summary>
    public Load OnBoard(int entry) => stops.OnBoardAfter(entry);

    /// <summary>Prices a route for the search.</summary>
    /// <returns>Whether it keeps every rule; the figures are then complete.</returns>
    public bool TryPrice(in RouteSequence route, out RouteFigures figures)
    {
        var sink = default(StrictSink);
        figures = default;
        if (!stops.Inspect(route, ref sink, out var sums) || !stops.FollowLoads(route, ref sink) || !stops.InspectRelations(route, ref sink))
            return false;
        if (data.IsTimed)
        {
            var choice = ChooseDay(route);
            if (!choice.Exists)
                return false;
            (sums.Start, sums.Finish, sums.StartCost) = (choice.Start, choice.Finish, choice.StartCost);
        }

        if (!InspectDay(route.Type, sums, ref sink))
            return false;
        figures = prices.Of(route, sums);
        return true;
    }

    /// <summary>Walks a route whatever it breaks.</summary>
    /// <param name="isTrial">Only the figures and the broken rules are wanted: where a late departure is worth nothing, none is looked for.</param>
    /// <returns>Its figures and the last label of its day.</returns>
    public (RouteFigures Figures, int Last) Report(in RouteSequence route, ListSink sink, bool isTrial = false)
    {
        stops.Inspect(route, ref sink, out var sums);
        stops.FollowLoads(route, ref sink);
        stops.InspectRelations(route, ref sink);
        // A plan that is late, or leaves windows open, departs by the rule of days with breaks.
        var choice = route.Windows.Contains(-1) ? DayChoice.None : ChooseDay(route);
        tripTimes.Set(route);
        var isRefused = data.IsTimed && !choice.Exists && !route.Windows.Contains(-1);
        if (!choice.Exists || !data.IsTimed)
            choice = departure.Latest<ListSink>(route, stops.OnBoard, day.FirstStart(route), paysDeparture: !isTrial || paysDeparture[route.Type]);
        var last = day.Walk<ListSink>(route, stops.OnBoard, choice.Start);
        // What the earliest departure breaks is broken, though work before a break may be short enough for who leaves later.
        if (isRefused && day.Labels[last] is { Late: 0, Missed: 0 })
            last = day.Walk<ListSink>(route, stops.OnBoard, day.FirstStart(route));
        Take(day.Labels, last, ref sums);
        InspectTimes(route, last, ref sink);
        InspectDay(route.Type, sums, ref sink);
        return (prices.Of(route, sums), last);
    }

    /// <summary>The cheapest day of a route with every window chosen; of one that cannot keep its times the day that is late least, by the rule of <see cref="WalkedDeparture"/>.</summary>
    public DayChoice Depart(in RouteSequence route)
    {
        var choice = ChooseDay(route);
        if (choice.Exists)
            return choice;
        var sink = new ListSink([]);
        stops.FollowLoads(route, ref sink);
        tripTimes.Set(route);
        return departure.Latest<ListSink>(route, stops.OnBoard, day.FirstStart(route), paysDeparture[route.Type]);
    }

    /// <summary>What a delay would find along the earliest day of a route that keeps every rule: how long the vehicle waits, what it pays for early starts, and how much of that a unit of time saves, at an entry or later.</summary>
    /// <remarks>Complexity: O(entries) beside a walk.</remarks>
    public void FollowDay(in RouteSequence route, Span<long> waits, Span<long> earlyCosts, Span<long> earlyRates)
    {
        var sink = default(StrictSink);
        stops.FollowLoads(route, ref sink);
        tripTimes.Set(route);
        waits.Clear();
        earlyCosts.Clear();
        earlyRates.Clear();
        for (var l = day.Walk<StrictSink>(route, stops.OnBoard, day.FirstStart(route)); l > 0; l = day.Labels[l].Parent)
        {
            ref readonly var label = ref day.Labels[l];
            waits[label.Entry] += Math.Max(0, label.Start - (label.IsBreak ? Math.Max(label.Reached, day.Labels[label.Parent].Done) : label.Arrival));
            if (data.CostsStart && !label.IsBreak && route.Nodes[label.Entry] >= data.DepotCount)
                (earlyCosts[label.Entry], earlyRates[label.Entry]) = Price.OfEarlyStart(route.Nodes[label.Entry], label.Start);
        }

        for (var i = route.Length - 2; i >= 0; i--)
        {
            waits[i] += waits[i + 1];
            earlyCosts[i] += earlyCosts[i + 1];
            earlyRates[i] += earlyRates[i + 1];
        }
    }

    /// <summary>The cheapest day of a route that keeps the rules of the other walks.</summary>
    private DayChoice ChooseDay(in RouteSequence route)
    {
        tripTimes.Set(route);
        return kinds[route.Type] switch
        {
            DayKind.Steady => steady.Choose(route),
            DayKind.Rush => rush.Choose(route, paysDeparture[route.Type]),
            DayKind.Paused => paused.Choose(route, stops.OnBoard),
            _ => departure.Choose(route, stops.OnBoard, paysDeparture[route.Type]),
        };
    }

    /// <summary>Whether the day of a vehicle type is the cheapest of all departures whatever starts cost, with legs that take as long at any hour and no breaks.</summary>
    public bool IsSteady(int type) => kinds[type] == DayKind.Steady;

    private DayKind KindOf(VehicleType type, TravelClock? clock) => type.Breaks.Count == 0 ? clock is null ? DayKind.Steady : DayKind.Rush
        : !data.CostsStart && PausedDay.Covers(type, clock) ? DayKind.Paused : DayKind.Walked;

    private bool InspectDay<TSink>(int typeIndex, RouteSums sums, ref TSink sink)
        where TSink : struct, IRuleSink
    {
        var excess = sums.Finish - sums.Start - data.VehicleTypes[typeIndex].MaxDuration;
        if (excess <= 0)
            return true;
        sink.Add(Rule.Duration, -1, excess, data.VehicleTypes[typeIndex].MaxDuration);
        return !TSink.IsStrict;
    }

    /// <summary>Lateness along the chosen day.</summary>
    private void InspectTimes(in RouteSequence route, int last, ref ListSink sink)
    {
        var type = data.VehicleTypes[route.Type];
        var labels = day.Labels;
        if (labels[last].Missed > 0)
            sink.Add(Rule.Break, -1, labels[last].Missed, type.Breaks.Count);
        for (var l = last; l >= 0; l = labels[l].Parent)
        {
            ref readonly var label = ref labels[l];
            if (label.IsBreak)
                continue;
            var node = route.Nodes[label.Entry];
            var (rule, latest) = node >= data.DepotCount ? (Rule.Window, data.WindowLate[label.Window])
                : label.Entry == 0 ? (Rule.Departure, type.Start.Late)
                : label.Entry == route.Length - 1 ? (Rule.Return, type.LatestEnd)
                : (Rule.Reloading, data.Depots[node].Reloading.Late);
            if (label.Start > latest)
                sink.Add(rule, node < data.DepotCount ? -1 : node, label.Start - latest, latest - type.Start.Early);
            if (node < data.DepotCount && label.Entry > 0 && label.Arrival > tripTimes.DueAt(label.Entry))
                sink.Add(Rule.Due, -1, label.Arrival - tripTimes.DueAt(label.Entry), tripTimes.DueAt(label.Entry) - type.Start.Early);
        }
    }

    private static void Take(ReadOnlySpan<DayLabel> labels, int last, ref RouteSums sums)
    {
        var first = last;
        while (labels[first].Parent >= 0)
            first = labels[first].Parent;
        sums.Start = labels[first].Start;
        sums.Finish = labels[last].Done;
        sums.StartCost = labels[last].StartCost;
    }
}
