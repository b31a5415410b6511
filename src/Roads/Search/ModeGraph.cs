using Territory.Model.Travel;

namespace Territory.Roads.Search;

/// <summary>The main strongly connected network of one travel mode: its own dense node numbers, arcs in one array, ordered in space for the cache.</summary>
/// <remarks>A shortest path between two nodes of a strongly connected component never leaves it, so nothing else needs to be searched.</remarks>
internal sealed class ModeGraph
{
    /// <summary>Stands for a direction that the mode may not travel.</summary>
    public const int NotAllowed = -1;

    /// <summary>First arc of each node, with one entry more at the end.</summary>
    public required int[] FirstArc { get; init; }

    public required RoadArc[] Arcs { get; init; }

    /// <summary>The node at a segment's From end, or -1 when the segment is not in this graph.</summary>
    public required int[] StartNode { get; init; }

    public required int[] EndNode { get; init; }

    /// <summary>Milliseconds along the whole segment, or <see cref="NotAllowed"/>.</summary>
    public required int[] ForwardMilliseconds { get; init; }

    public required int[] BackwardMilliseconds { get; init; }

    public required TravelMode Mode { get; init; }

    public required IReadOnlyList<int> ComponentSizes { get; init; }

    public int NodeCount => FirstArc.Length - 1;

    public bool Contains(int segment) => StartNode[segment] >= 0;
}
