using Territory.Optimizer.Formats;

namespace Territory.Optimizer.Checking;

/// <summary>The rules of one route: loads and order of each trip, the times, the limits of the day.</summary>
internal sealed class RouteCheck(RoutingInstance instance, List<RuleViolation> violations)
{
    private const double Tolerance = 1e-6;

    private readonly double units = instance.UnitsPerFileUnit();
    private readonly int dimensions = instance.LoadDimensions;
    private readonly bool hasReleases = instance.HasReleases;

    /// <summary>The length of the route, in the units of <see cref="InstanceDistances.UnitsPerFileUnit"/>.</summary>
    /// <param name="number">The fleet.</param>
    /// <param name="trips">Stops of the instance, which exist; a trip may be empty.</param>
    public double Check(int number, int[][] trips, int route)
    {
        var fleet = instance.Fleets[number];
        var depot = instance.DepotOfFleet(number);
        if (trips.Length > fleet.MostTrips)
            violations.Add(new RuleViolation("trips", route, null, trips.Length - fleet.MostTrips));
        foreach (var trip in trips)
        {
            CheckLoads(fleet, trip, route);
            CheckOrder(trip, route);
        }

        foreach (var stop in trips.SelectMany(trip => trip).Where(stop => fleet.AllowedStops is { } allowed && !allowed[stop - 1]))
            violations.Add(new RuleViolation("depot", route, instance.NumberOf(stop), 1));
        var excess = instance.DurationOf(depot, trips) - fleet.LongestRoute;
        if (excess > Tolerance)
            violations.Add(new RuleViolation("duration", route, null, excess));
        var length = trips.Sum(trip => instance.LengthOf(depot, trip));
        if ((length / units) - fleet.LongestDistance is > Tolerance and var tooFar)
            violations.Add(new RuleViolation("distance", route, null, tooFar));
        if (instance.HasTimeWindows)
            CheckTimes(instance.StopOfDepot(depot), trips, route);
        return length;
    }

    /// <summary>Follows what is on board: at first all that the depot sends, and what was picked up until the depot is reached again.</summary>
    private void CheckLoads(InstanceFleet fleet, int[] trip, int route)
    {
        if (instance.Pairs.Count > 0)
            CheckPairs(trip, route);
        for (var dimension = 0; dimension < dimensions; dimension++)
        {
            // The demand of a pair's stop is its change of the load; the depot sends nothing.
            var load = instance.Pairs.Count > 0 ? 0 : trip.Sum(stop => instance.Stops[stop].DemandIn(dimension));
            var most = load;
            foreach (var stop in trip)
            {
                var place = instance.Stops[stop];
                load += instance.Pairs.Count > 0 ? place.Demand : place.PickupIn(dimension) - place.DemandIn(dimension);
                most = Math.Max(most, load);
            }

            if (most > fleet.CapacityIn(dimension))
                violations.Add(new RuleViolation("capacity", route, null, most - fleet.CapacityIn(dimension)));
        }
    }

    private void CheckOrder(int[] trip, int route)
    {
        if (instance.Backhauls == BackhaulOrder.Mixed || trip.Length == 0)
            return;
        if (instance.Backhauls == BackhaulOrder.AfterLinehaul && instance.Stops[trip[0]].IsBackhaul)
            violations.Add(new RuleViolation("backhaul", route, instance.NumberOf(trip[0]), 1));
        var first = Array.FindIndex(trip, stop => instance.Stops[stop].IsBackhaul);
        var late = first < 0 ? -1 : Array.FindIndex(trip, first, stop => !instance.Stops[stop].IsBackhaul);
        if (late >= 0)
            violations.Add(new RuleViolation("backhaul", route, instance.NumberOf(trip[late]), late - first));
    }

    private void CheckTimes(int home, int[][] trips, int route)
    {
        var time = instance.Stops[home].Early * units;
        foreach (var trip in trips)
        {
            if (hasReleases)
                time = Math.Max(time, instance.ReleaseOf(trip) * units);
            var at = home;
            foreach (var stop in trip)
            {
                time = Math.Max(time + instance.Leg(at, stop), instance.Stops[stop].Early * units);
                var late = time - (instance.Stops[stop].Late * units);
                if (late > Tolerance)
                    violations.Add(new RuleViolation("window", route, instance.NumberOf(stop), late / units));
                time += instance.Stops[stop].Service * units;
                at = stop;
            }

            time += trip.Length == 0 ? 0 : instance.LegHome(at, home);
        }

        var overdue = time - (instance.Stops[home].Late * units);
        if (overdue > Tolerance)
            violations.Add(new RuleViolation("return", route, null, overdue / units));
    }

    private void CheckPairs(int[] trip, int route)
    {
        foreach (var pair in instance.Pairs)
        {
            var pickup = Array.IndexOf(trip, pair.Pickup);
            var delivery = Array.IndexOf(trip, pair.Delivery);
            if (pickup < 0 != delivery < 0)
                violations.Add(new RuleViolation("pairing", route, instance.NumberOf(delivery < 0 ? pair.Pickup : pair.Delivery), 1));
            else if (delivery < pickup)
                violations.Add(new RuleViolation("precedence", route, instance.NumberOf(pair.Delivery), pickup - delivery));
        }
    }
}
