namespace Territory.Optimizer.Formats;

/// <summary>How far it is between the stops of an instance, by its matrix or its coordinates and rounding. The search has its own arithmetic, so that a check shares none with it.</summary>
internal static class InstanceDistances
{
    /// <summary>Distances under dimacs are summed in tenths, as whole numbers.</summary>
    public static double UnitsPerFileUnit(this RoutingInstance instance) => instance.Matrix is null && instance.Rounding == RoundingRule.Dimacs ? 10 : 1;

    /// <summary>From one stop straight to another, in the units of <see cref="UnitsPerFileUnit"/>.</summary>
    public static double Leg(this RoutingInstance instance, int from, int to)
    {
        if (instance.Matrix is { } matrix)
            return matrix[(from * instance.Stops.Count) + to];
        var dx = instance.Stops[from].X - instance.Stops[to].X;
        var dy = instance.Stops[from].Y - instance.Stops[to].Y;
        var length = Math.Sqrt((dx * dx) + (dy * dy));
        return instance.Rounding switch
        {
            RoundingRule.Nearest => Math.Floor(length + 0.5),
            RoundingRule.Dimacs => Math.Floor(length * 10),
            _ => length,
        };
    }

    /// <summary>The length of a trip from a depot and back, of an open instance only to the last stop, in the units of <see cref="UnitsPerFileUnit"/>.</summary>
    public static double LengthOf(this RoutingInstance instance, int depot, IReadOnlyList<int> stops)
    {
        if (stops.Count == 0)
            return 0;
        var home = instance.StopOfDepot(depot);
        var length = instance.Leg(home, stops[0]) + instance.LegHome(stops[^1], home);
        for (var i = 1; i < stops.Count; i++)
            length += instance.Leg(stops[i - 1], stops[i]);
        return length;
    }

    public static double LegHome(this RoutingInstance instance, int stop, int home) => instance.IsOpen ? 0 : instance.Leg(stop, home);

    /// <summary>How long a route of one trip takes in the instance's own unit.</summary>
    public static double DurationOf(this RoutingInstance instance, int depot, IReadOnlyList<int> stops) => instance.DurationOf(depot, [stops]);

    /// <summary>
    /// How long trips one after the other take in the instance's own unit: travel, service and, where there are windows and releases, what has to be waited for after the latest departure
    /// that keeps them.
    /// </summary>
    public static double DurationOf(this RoutingInstance instance, int depot, IReadOnlyList<IReadOnlyList<int>> trips)
    {
        var units = instance.UnitsPerFileUnit();
        var work = trips.Sum(stops => (instance.LengthOf(depot, stops) / units) + stops.Sum(stop => instance.Stops[stop].Service));
        if (trips.All(stops => stops.Count == 0) || !(instance.HasTimeWindows || instance.HasReleases))
            return work;
        var at = instance.StopOfDepot(depot);
        var home = instance.Stops[at];
        var (opens, closes) = instance.HasTimeWindows ? (home.Early, home.Late) : (0, double.PositiveInfinity);
        // Each stop lets the vehicle leave as late as its window minus the way there, and holds it until it opens; so does the depot with what is not yet there for a later trip.
        var earliest = Math.Max(opens, ReleaseOf(instance, trips[0]));
        var (done, latest, end) = (0.0, closes, earliest);
        foreach (var stops in trips)
        {
            end = Math.Max(end, ReleaseOf(instance, stops));
            at = instance.StopOfDepot(depot);
            foreach (var stop in stops)
            {
                var (leg, place) = (instance.Leg(at, stop) / units, instance.Stops[stop]);
                (done, end) = (done + leg, end + leg);
                if (instance.HasTimeWindows)
                    (end, latest) = (Math.Max(end, place.Early), Math.Min(latest, place.Late - done));
                (done, end, at) = (done + place.Service, end + place.Service, stop);
            }

            var back = stops.Count == 0 ? 0 : instance.LegHome(at, instance.StopOfDepot(depot)) / units;
            (done, end) = (done + back, end + back);
        }

        // Whoever leaves that late waits for what still has not opened, or, where nothing holds the vehicle, not at all.
        return Math.Max(work, end - Math.Max(earliest, latest));
    }

    /// <summary>When everything for a trip has come to the depot.</summary>
    public static double ReleaseOf(this RoutingInstance instance, IReadOnlyList<int> stops) => stops.Select(stop => instance.Stops[stop].Release).DefaultIfEmpty(0).Max();
}
