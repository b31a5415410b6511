namespace Territory.Optimizer.Formats;

/// <summary>A solution as files state it: the stops of each route by their position in the instance, and the stated cost where there is one.</summary>
public sealed record RouteList(IReadOnlyList<IReadOnlyList<int>> Routes, double? StatedCost)
{
    /// <summary>The fleet of each route, counted from zero; null: the first of all.</summary>
    public IReadOnlyList<int>? Fleets { get; init; }

    /// <summary>The vehicle of each route in the order of the instance, counted from zero, where the file tells it; it may be one that the instance does not have.</summary>
    public IReadOnlyList<int?>? Vehicles { get; init; }

    /// <summary>For each route how many of its stops come before each return to the depot to reload, in ascending order; null: every route is one trip.</summary>
    public IReadOnlyList<IReadOnlyList<int>>? Reloads { get; init; }

    /// <summary>Half of the last decimal that the cost is stated with.</summary>
    public double StatedTolerance { get; init; }

    public int FleetOf(int route) => Fleets?[route] ?? 0;

    /// <summary>The stops of each trip of a route; a trip between two reloads may be empty.</summary>
    public IReadOnlyList<IReadOnlyList<int>> TripsOf(int route)
    {
        var stops = Routes[route];
        if (Reloads?[route] is not { Count: > 0 } reloads)
            return [stops];
        int[] ends = [0, .. reloads, stops.Count];
        return [.. Enumerable.Range(1, ends.Length - 1).Select(trip => (IReadOnlyList<int>)[.. stops.Take(ends[trip]).Skip(ends[trip - 1])])];
    }
}
