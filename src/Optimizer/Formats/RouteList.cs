namespace Territory.Optimizer.Formats;

/// <summary>A solution as files state it: the stops of each route by their position in the instance, and the stated cost where there is one.</summary>
public sealed record RouteList(IReadOnlyList<IReadOnlyList<int>> Routes, double? StatedCost)
{
    /// <summary>The fleet of each route, counted from zero; null: the first of all.</summary>
    public IReadOnlyList<int>? Fleets { get; init; }

    /// <summary>The vehicle of each route in the order of the instance, counted from zero, where the file tells it; it may be one that the instance does not have.</summary>
    public IReadOnlyList<int?>? Vehicles { get; init; }

    /// <summary>Half of the last decimal that the cost is stated with.</summary>
    public double StatedTolerance { get; init; }

    public int FleetOf(int route) => Fleets?[route] ?? 0;
}
