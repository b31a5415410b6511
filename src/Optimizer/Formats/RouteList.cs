namespace Territory.Optimizer.Formats;

/// <summary>A solution as files state it: the stops of each route by their number in the instance, and the stated cost where there is one.</summary>
public sealed record RouteList(IReadOnlyList<IReadOnlyList<int>> Routes, double? StatedCost);
