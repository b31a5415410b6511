using Territory.Roads.Hierarchy;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Matching;

/// <summary>Costs of the fastest routes from each candidate of one fix to each of another. One per thread.</summary>
/// <remarks>
/// One upward search for each candidate at either end; the ends of each pair are joined where their searches meet.
/// Complexity: searches in the number of candidates, joins in the number of pairs.
/// Source: Knopp, Sanders, Schultes, Schulz and Wagner, Computing many-to-many shortest paths using highway hierarchies (2007), for a handful of sources and targets.
/// </remarks>
internal sealed class RouteLengths(RoadHierarchy hierarchy)
{
    private readonly UpwardSearch forward = UpwardSearch.Forward(hierarchy);
    private readonly UpwardSearch backward = UpwardSearch.Backward(hierarchy);
    private readonly PointSearch point = new(hierarchy);

    /// <summary>The path finder of the same thread.</summary>
    public PointSearch Point => point;

    /// <returns>Row by row for each of <paramref name="from"/>; unreached where there is no way.</returns>
    public PathCost[] Between(RoadCandidate[] from, RoadCandidate[] to)
    {
        var arriving = Array.ConvertAll(to, Arriving);
        var costs = new PathCost[from.Length * to.Length];
        for (var i = 0; i < from.Length; i++)
        {
            forward.Begin();
            forward.Offer(from[i].Place.Vertex, from[i].Place.After.Packed);
            forward.Run();
            for (var j = 0; j < to.Length; j++)
                costs[(i * to.Length) + j] = ArcPlace.IsBehind(from[i].Place, to[j].Place) ? point.Cost(from[i].Position, to[j].Position) : Join(arriving[j]);
        }

        return costs;
    }

    private (int Vertex, long Label)[] Arriving(RoadCandidate candidate)
    {
        var place = candidate.Place;
        backward.Begin();
        backward.Offer(place.Vertex, -place.After.Packed);
        foreach (var vertex in place.Further)
            backward.Offer(vertex, -place.After.Packed);
        backward.Run();
        return [.. backward.Settled.Select(vertex => (vertex, backward.LabelOf(vertex)))];
    }

    private PathCost Join((int Vertex, long Label)[] arriving)
    {
        var best = PathCost.Limit;
        foreach (var (vertex, label) in arriving)
            best = Math.Min(best, forward.LabelOf(vertex) + label);
        return new PathCost(best);
    }
}
