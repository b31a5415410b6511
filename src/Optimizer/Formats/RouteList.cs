namespace Territory.Optimizer.Formats;

/// <summary>A solution as files state it: the stops of each route by their number in the instance, and the stated cost where there is one.</summary>
public sealed record RouteList(IReadOnlyList<IReadOnlyList<int>> Routes, double? StatedCost)
{
    /// <summary>The depot of each route, counted from zero; null: the first of all.</summary>
    public IReadOnlyList<int>? Depots { get; init; }

    public int DepotOf(int route) => Depots?[route] ?? 0;
}
