using Territory.Roads.Turns;

namespace Territory.Roads.Hierarchy;

/// <summary>Which shortcuts a contraction hierarchy needs whatever the times and costs are: the part of it that closed roads and learned speeds leave as it is.</summary>
/// <remarks>
/// Vertices are contracted in ascending order. Out(x) are the higher vertices that x leads to, over lower ones or directly, In(x) those that
/// lead to x. Contracting x joins each of In(x) with each of Out(x).
/// Complexity: the sum of |In| x |Out|, small where the order follows separators.
/// Source: Dibbelt, Strasser and Wagner, Customizable contraction hierarchies (2016); the directed variant of Buchhold et al. (2020), in which a
/// shortcut that no path can use is left out.
/// </remarks>
internal sealed class HierarchyTopology
{
    /// <summary>Shortcuts and turns upward: the higher vertices that each vertex leads to, ascending.</summary>
    public required RankedArcs Out { get; init; }

    /// <summary>Downward: the higher vertices that lead to each vertex, ascending.</summary>
    public required RankedArcs In { get; init; }

    public int VertexCount => Out.First.Length - 1;

    public static HierarchyTopology Build(TurnGraph graph)
    {
        var builder = new TopologyBuilder(graph);
        return builder.Build();
    }
}
