using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Routes;

/// <summary>The directions of segments (arcs) that a leg travels, in order, with where, when and how far along the leg each begins.</summary>
/// <remarks>The graph is the one the leg was found in, so that what else could have been driven at a junction can be asked later.</remarks>
internal sealed class LegPath
{
    public required TurnGraph Graph { get; init; }

    /// <summary>Vertices of the graph; the first and the last are travelled in part.</summary>
    public required int[] Vertices { get; init; }

    /// <summary>By vertex: the point of the route's polyline at which travelling its arc begins.</summary>
    public required int[] FirstPoints { get; init; }

    /// <summary>By vertex: milliseconds from the leg's start to the start of the turn into it; one entry more for the leg's end.</summary>
    public required long[] Milliseconds { get; init; }

    /// <summary>By vertex: centimetres from the leg's start; one entry more for the leg's end.</summary>
    public required long[] Centimeters { get; init; }

    public required SnappedPoint From { get; init; }

    public required SnappedPoint To { get; init; }

    public int Count => Vertices.Length;

    public int ArcAt(int step) => Graph.Arcs[Vertices[step]];
}
