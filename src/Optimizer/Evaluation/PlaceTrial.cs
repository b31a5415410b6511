using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>One vehicle's day, in which stops that it does not serve are tried at every place whatever they break.</summary>
/// <remarks>
/// Algorithm: each place has a bound of what would have to give way there at least: rules that hold wherever on the day the stops are, the load of the trip, the lateness of joined segments, the longer
/// road. Places are walked from the least bound on until the bound of the next is above the least that a walk found. What costs less with a stop more, for want of the triangle inequality, is overlooked.
/// Complexity: O(places) bounds, O(entries) a walk.
/// </remarks>
internal sealed class PlaceTrial
{
    private readonly ProblemData data;
    private readonly RouteWalk walk;
    private readonly int typeIndex;
    private readonly VehicleType type;
    private readonly int[] entries;
    private readonly long known;
    private readonly DayBound bound;
    private readonly List<BrokenRule> broken = [];
    private readonly int trips;

    /// <param name="before">The day as it is.</param>
    /// <param name="entries">Its locations, with the depots.</param>
    /// <param name="latestWindow">The latest end of a window of the problem that ends.</param>
    public PlaceTrial(ProblemData data, RouteWalk walk, int vehicle, RouteReport before, int[] entries, long latestWindow)
    {
        (this.data, this.walk, this.entries) = (data, walk, entries);
        Vehicle = vehicle;
        typeIndex = data.TypeOfVehicle[vehicle];
        type = data.VehicleTypes[typeIndex];
        known = entries.Length > 2 ? before.Figures.Cost : 0;
        trips = 1 + entries.AsSpan(1, entries.Length - 2).ToArray().Count(node => node < data.DepotCount);
        bound = new DayBound(data, typeIndex, entries, latestWindow);
    }

    public int Vehicle { get; }

    public int EntryCount => entries.Length;

    /// <summary>The place where it is easiest to give way.</summary>
    /// <param name="stops">One client, or the pickup and the delivery of a shipment.</param>
    /// <param name="relations">Relations with stops that other vehicles serve.</param>
    /// <param name="mostPlaces">No more places than this are walked.</param>
    /// <param name="walked">How many entries were walked along.</param>
    public Obstacle? Least(int[] stops, int relations, int mostPlaces, out long walked)
    {
        var (never, promised) = Anywhere(stops);
        promised += relations > 0 ? 1 : 0;
        var places = Places(stops);
        // The order of the bounds first, and of equal ones that of the places.
        places.Sort((a, b) => a.Bound != b.Bound ? a.Bound.CompareTo(b.Bound) : a.Number.CompareTo(b.Number));
        Obstacle? best = null;
        walked = 0;
        for (var i = 0; i < Math.Min(mostPlaces, places.Count); i++)
        {
            var (share, cost) = places[i].Bound;
            if (best is not null && new Relaxation(never, promised, share, cost) > best.Relaxation)
                break;
            var obstacle = Walk(stops, places[i], relations);
            walked += entries.Length + stops.Length;
            if (best is null || obstacle.Relaxation < best.Relaxation)
                best = obstacle;
        }

        return best;
    }

    /// <summary>Rules that stops break wherever on the day they are.</summary>
    private (int Never, int Promised) Anywhere(int[] stops)
    {
        var (never, promised) = (0, 0);
        foreach (var client in stops)
        {
            never += data.MayServe(typeIndex, data.DepotCount + client) ? 0 : 1;
            promised += data.Clients[client].Vehicle is { } locked && locked != Vehicle ? 1 : 0;
        }

        return (never, promised);
    }

    private List<Place> Places(int[] stops)
    {
        var places = new List<Place>();
        var number = 0;
        var (first, last) = (data.DepotCount + stops[0], data.DepotCount + stops[^1]);
        for (var at = 1; at < entries.Length; at++)
        {
            if (stops.Length == 1)
            {
                places.Add(new Place(at, at, false, bound.Of(first, at), number++));
                continue;
            }

            // The delivery comes on the same trip.
            for (var then = at; then < entries.Length; then++)
            {
                places.Add(new Place(at, then, false, bound.Of(first, at, last, then), number++));
                if (entries[then] < data.DepotCount)
                    break;
            }
        }

        if (entries.Length > 2 && trips < type.MaxTrips)
            places.Add(new Place(entries.Length - 1, entries.Length - 1, true, (0, 0), number));
        return places;
    }

    private Obstacle Walk(int[] stops, in Place place, int relations)
    {
        var nodes = new List<int>(entries.Length + 3);
        nodes.AddRange(entries.AsSpan(0, place.First));
        if (place.IsTrip)
            nodes.Add(type.StartDepot);
        nodes.Add(data.DepotCount + stops[0]);
        nodes.AddRange(entries.AsSpan(place.First, place.Second - place.First));
        if (stops.Length > 1)
            nodes.Add(data.DepotCount + stops[1]);
        nodes.AddRange(entries.AsSpan(place.Second));
        int[] windows = [.. nodes.Select(node => node < data.DepotCount ? 0 : -1)];
        broken.Clear();
        var (figures, _) = walk.Report(new RouteSequence(Vehicle, typeIndex, nodes.ToArray(), windows), new ListSink(broken), isTrial: true);
        if (relations > 0)
            broken.Add(new BrokenRule(Rule.Relation, data.DepotCount + stops[0], relations, 1));
        var delta = figures.Cost - known;
        return new Obstacle(
            Vehicle,
            [.. broken.OrderBy(rule => RuleOrder.RankOf(rule.Rule)).ThenByDescending(rule => rule.Amount).Select(rule => new Violation(rule.Rule, Vehicle, rule.Location < 0 ? null : rule.Location - data.DepotCount, rule.Amount))],
            delta)
        {
            Relaxation = ToRelaxation(figures, delta),
        };
    }

    private Relaxation ToRelaxation(in RouteFigures figures, long delta)
    {
        var (never, promised, share, overtime) = (0, 0, 0L, 0L);
        var cost = delta;
        foreach (var rule in broken)
        {
            if (RuleOrder.IsNever(rule.Rule))
                never++;
            else if (RuleOrder.IsPromised(rule.Rule))
                promised++;
            else if (rule.Rule is Rule.Return or Rule.Duration && type.OvertimeCostPerDuration > 0)
                overtime = Math.Max(overtime, rule.Amount);
            else if (rule.Rule == Rule.Window && data.Clients[rule.Location - data.DepotCount] is { SoftWindow: { CostPerLate: > 0 } soft } client)
                cost += soft.CostPerLate * Math.Clamp(soft.Preferred.Late - client.Windows[^1].Late, 0, rule.Amount);
            else
                share += Relaxation.ShareOf(rule.Amount, rule.Limit);
        }

        // What is beyond the regular day is paid for in the figures.
        cost += type.OvertimeCostPerDuration * Math.Max(0, overtime - Math.Max(0, figures.Duration - type.RegularDuration));
        return new Relaxation(never, promised, share, cost);
    }

    /// <summary>Before which entries the stops are put.</summary>
    /// <param name="IsTrip">On a trip of their own at the end of the day.</param>
    private readonly record struct Place(int First, int Second, bool IsTrip, (long Share, long Cost) Bound, int Number);
}
