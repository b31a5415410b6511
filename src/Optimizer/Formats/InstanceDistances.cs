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

    /// <summary>The length of a route from a depot and back, in the units of <see cref="UnitsPerFileUnit"/>.</summary>
    public static double LengthOf(this RoutingInstance instance, int depot, IReadOnlyList<int> stops)
    {
        if (stops.Count == 0)
            return 0;
        var home = instance.StopOfDepot(depot);
        var length = instance.Leg(home, stops[0]) + instance.Leg(stops[^1], home);
        for (var i = 1; i < stops.Count; i++)
            length += instance.Leg(stops[i - 1], stops[i]);
        return length;
    }

    /// <summary>
    /// How long a route takes in the instance's own unit: travel, service and, where there are windows, what has to be waited for after the latest departure that keeps them.
    /// </summary>
    public static double DurationOf(this RoutingInstance instance, int depot, IReadOnlyList<int> stops)
    {
        var work = (instance.LengthOf(depot, stops) / instance.UnitsPerFileUnit()) + stops.Sum(stop => instance.Stops[stop].Service);
        if (stops.Count == 0 || !instance.HasTimeWindows)
            return work;
        var home = instance.Stops[instance.StopOfDepot(depot)];
        // Each stop lets the vehicle leave as late as its window minus the way there, and holds it until it opens.
        var (done, latest, end) = (0.0, home.Late, home.Early);
        var at = instance.StopOfDepot(depot);
        foreach (var stop in stops)
        {
            var (leg, place) = (instance.Leg(at, stop) / instance.UnitsPerFileUnit(), instance.Stops[stop]);
            (done, end) = (done + leg, Math.Max(end + leg, place.Early));
            latest = Math.Min(latest, place.Late - done);
            (done, end, at) = (done + place.Service, end + place.Service, stop);
        }

        end += instance.Leg(at, instance.StopOfDepot(depot)) / instance.UnitsPerFileUnit();
        // Whoever leaves that late waits for what still has not opened, or, where nothing holds the vehicle, not at all.
        return Math.Max(work, end - Math.Max(home.Early, latest));
    }
}
