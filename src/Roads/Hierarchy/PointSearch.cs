using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Hierarchy;

/// <summary>The best path between two positions: upward from the source, upward against the arcs from the target, least sum where both meet. One per thread.</summary>
internal sealed class PointSearch
{
    private readonly RoadHierarchy hierarchy;
    private readonly UpwardSearch forward;
    private readonly UpwardSearch backward;
    private readonly ShortcutUnpacker unpacker;

    public PointSearch(RoadHierarchy hierarchy)
    {
        this.hierarchy = hierarchy;
        forward = UpwardSearch.Forward(hierarchy);
        backward = UpwardSearch.Backward(hierarchy);
        unpacker = new ShortcutUnpacker(hierarchy);
    }

    public PathCost Cost(in RoadPosition source, in RoadPosition target)
    {
        var direct = RoadPosition.Direct(source, target);
        var cost = Meet(source, target).Cost;
        return cost < direct ? cost : direct;
    }

    /// <summary>The vertices of the best path, source's and target's included; one vertex when the way stays on its arc; null when there is no way.</summary>
    public (PathCost Cost, List<int> Vertices)? Path(in RoadPosition source, in RoadPosition target)
    {
        var direct = RoadPosition.Direct(source, target);
        var (cost, meeting) = Meet(source, target);
        if (direct.IsReached && !(cost < direct))
        {
            var isAlong = !(ArcPlace.Direct(source.Against, target.Against) < ArcPlace.Direct(source.Along, target.Along));
            return (direct, [(isAlong ? source.Along : source.Against).Vertex]);
        }

        if (!cost.IsReached)
            return null;
        var vertices = VerticesOver(meeting);
        if (ArcPlace.IsBehind(source.Along, target.Along) && vertices[0] != source.Against.Vertex)
            vertices.Insert(0, source.Along.Vertex);
        else if (ArcPlace.IsBehind(source.Against, target.Against) && vertices[0] != source.Along.Vertex)
            vertices.Insert(0, source.Against.Vertex);
        return (cost, vertices);
    }

    private List<int> VerticesOver(int meeting)
    {
        var vertices = new List<int>();
        for (var at = meeting; at != UpwardSearch.NoParent; at = forward.ParentOf(at))
            vertices.Add(at);
        vertices.Reverse();
        var path = new List<int> { vertices[0] };
        for (var i = 1; i < vertices.Count; i++)
            unpacker.Append(vertices[i - 1], vertices[i], path);
        for (var at = meeting; backward.ParentOf(at) != UpwardSearch.NoParent; at = backward.ParentOf(at))
            unpacker.Append(at, backward.ParentOf(at), path);
        return path;
    }

    private (PathCost Cost, int Meeting) Meet(in RoadPosition source, in RoadPosition target)
    {
        forward.Begin();
        backward.Begin();
        Leave(source.Along, target.Along);
        Leave(source.Against, target.Against);
        Arrive(target.Along);
        Arrive(target.Against);
        return Run();
    }

    /// <summary>Where the target lies behind on the same arc, the source's own label would hide those who come round: its successors begin instead.</summary>
    private void Leave(in ArcPlace source, in ArcPlace target)
    {
        if (!source.IsOpen)
            return;
        if (!ArcPlace.IsBehind(source, target))
        {
            forward.Offer(source.Vertex, source.After.Packed);
            return;
        }

        var graph = hierarchy.Graph;
        for (var turn = graph.FirstTurn[source.Vertex]; turn < graph.FirstTurn[source.Vertex + 1]; turn++)
            forward.Offer(graph.TurnHeads[turn], source.After.Packed + graph.CostOfTurn(turn));
    }

    /// <summary>What is left of the target's arc is taken off at once, so that arcs of different ends compare.</summary>
    private void Arrive(in ArcPlace place)
    {
        if (!place.IsOpen)
            return;
        backward.Offer(place.Vertex, -place.After.Packed);
        foreach (var vertex in place.Further)
            backward.Offer(vertex, -place.After.Packed);
    }

    private (PathCost Cost, int Meeting) Run()
    {
        forward.Run();
        backward.Run();
        var best = PathCost.Limit;
        var meeting = -1;
        foreach (var vertex in forward.Settled)
        {
            var sum = forward.LabelOf(vertex) + backward.LabelOf(vertex);
            if (sum < best)
                (best, meeting) = (sum, vertex);
        }

        return (new PathCost(best), meeting);
    }
}
