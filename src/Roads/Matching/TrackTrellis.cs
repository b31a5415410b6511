using Territory.Roads.Search;

namespace Territory.Roads.Matching;

/// <summary>The fixes of a track with the ways between their candidates, each asked for once however often the likelihoods change.</summary>
internal sealed class TrackTrellis(IReadOnlyList<TrackNode> nodes, RouteLengths lengths)
{
    private readonly Dictionary<(int From, int To), PathCost[]> costs = [];

    public IReadOnlyList<TrackNode> Nodes => nodes;

    /// <summary>Row by row for each candidate of <paramref name="from"/>.</summary>
    public PathCost[] Between(int from, int to)
    {
        if (!costs.TryGetValue((from, to), out var matrix))
            costs.Add((from, to), matrix = lengths.Between(nodes[from].Candidates, nodes[to].Candidates));
        return matrix;
    }
}
