using Territory.Roads.Hierarchy;
using Territory.Roads.Turns;

namespace Territory.Roads.Reach;

/// <summary>At each vertex of a hierarchy the places that are reached downward from it (or that reach it upward), nearest first.</summary>
/// <remarks>
/// One upward search for each place leaves an entry at every vertex it settles. Complexity: places times search space, in time and memory (12 bytes an entry).
/// Source: Knopp, Sanders, Schultes, Schulz and Wagner, Computing many-to-many shortest paths using highway hierarchies (2007); buckets sorted by cost, so that a search for the
/// nearest breaks off: Geisberger, Advanced route planning in transportation networks (2011).
/// </remarks>
internal sealed class PlaceBuckets
{
    private readonly int[] first;
    private readonly int[] places;
    private readonly long[] costs;

    private PlaceBuckets(int[] first, int[] places, long[] costs)
    {
        this.first = first;
        this.places = places;
        this.costs = costs;
    }

    /// <summary>For queries from a point: the places are targets.</summary>
    public static PlaceBuckets OfTargets(RoadHierarchy hierarchy, RoadPosition[] places) => Fill(hierarchy, UpwardSearch.Backward(hierarchy), places, Arrive);

    /// <summary>For queries to a point: the places are sources.</summary>
    public static PlaceBuckets OfSources(RoadHierarchy hierarchy, RoadPosition[] places) => Fill(hierarchy, UpwardSearch.Forward(hierarchy), places, Leave);

    public ReadOnlySpan<int> PlacesAt(int vertex) => places.AsSpan(first[vertex]..first[vertex + 1]);

    /// <summary>Packed costs, ascending.</summary>
    public ReadOnlySpan<long> CostsAt(int vertex) => costs.AsSpan(first[vertex]..first[vertex + 1]);

    /// <summary>Enters a position that is left into an upward search.</summary>
    public static void Leave(UpwardSearch search, in RoadPosition position)
    {
        if (position.Along.IsOpen)
            search.Offer(position.Along.Vertex, position.Along.After.Packed);
        if (position.Against.IsOpen)
            search.Offer(position.Against.Vertex, position.Against.After.Packed);
    }

    /// <summary>Enters a position that is arrived at into an upward search against the arcs.</summary>
    public static void Arrive(UpwardSearch search, in RoadPosition position)
    {
        Arrive(search, position.Along);
        Arrive(search, position.Against);
    }

    private static void Arrive(UpwardSearch search, in ArcPlace place)
    {
        if (!place.IsOpen)
            return;
        search.Offer(place.Vertex, -place.After.Packed);
        foreach (var vertex in place.Further)
            search.Offer(vertex, -place.After.Packed);
    }

    private static PlaceBuckets Fill(RoadHierarchy hierarchy, UpwardSearch search, RoadPosition[] positions, Enter enter)
    {
        var entries = new List<(int Vertex, int Place, long Cost)>();
        for (var place = 0; place < positions.Length; place++)
        {
            search.Begin();
            enter(search, positions[place]);
            search.Run();
            foreach (var vertex in search.Settled)
                entries.Add((vertex, place, search.LabelOf(vertex)));
        }

        var begin = new int[hierarchy.Graph.VertexCount + 1];
        foreach (var (vertex, _, _) in entries)
            begin[vertex + 1]++;
        for (var vertex = 0; vertex < hierarchy.Graph.VertexCount; vertex++)
            begin[vertex + 1] += begin[vertex];
        var members = new int[entries.Count];
        var labels = new long[entries.Count];
        var fill = begin.AsSpan().ToArray();
        foreach (var (vertex, place, cost) in entries)
        {
            members[fill[vertex]] = place;
            labels[fill[vertex]++] = cost;
        }

        for (var vertex = 0; vertex < hierarchy.Graph.VertexCount; vertex++)
            Array.Sort(labels, members, begin[vertex], begin[vertex + 1] - begin[vertex]);
        return new PlaceBuckets(begin, members, labels);
    }

    private delegate void Enter(UpwardSearch search, in RoadPosition position);
}
