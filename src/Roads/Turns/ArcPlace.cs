using Territory.Roads.Search;

namespace Territory.Roads.Turns;

/// <summary>A place on one direction of a segment.</summary>
/// <param name="Vertex">The arc's vertex for those who begin on it; -1 when the direction is closed.</param>
/// <param name="Further">Its vertices inside restrictions over several ways, at which one may arrive as well.</param>
/// <param name="Before">From the arc's start to the place.</param>
/// <param name="After">From the place to the arc's end.</param>
internal readonly record struct ArcPlace(int Vertex, int[] Further, PathCost Before, PathCost After)
{
    public static ArcPlace Closed => new(-1, [], PathCost.Unreached, PathCost.Unreached);

    public bool IsOpen => Vertex >= 0;

    public static ArcPlace Of(TurnGraph graph, int arc, double fraction, int centimeters)
    {
        if (!graph.IsArcOpen(arc))
            return Closed;
        var vertex = graph.VertexOfArc[arc];
        var whole = new PathCost(graph.ArcCosts[vertex]);
        var before = new PathCost((int)Math.Round(whole.Milliseconds * fraction), centimeters);
        return new ArcPlace(vertex, graph.RestrictedVertices.GetValueOrDefault(arc, []), before, whole - before);
    }

    /// <summary>Ahead on the same arc; unreached when the target lies behind the source or either is closed.</summary>
    public static PathCost Direct(in ArcPlace source, in ArcPlace target) =>
        source.IsOpen && target.IsOpen && !(target.Before < source.Before) ? target.Before - source.Before : PathCost.Unreached;

    /// <summary>Whether the label of the arc's own vertex is the source's beginning and says nothing about arriving at the target.</summary>
    public static bool IsBehind(in ArcPlace source, in ArcPlace target) =>
        source.IsOpen && source.Vertex == target.Vertex && target.Before < source.Before;
}
