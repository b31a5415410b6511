using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Hierarchy;

/// <summary>Graphs of turns put together without a map, for numberings that no map gives.</summary>
internal static class ChainGraph
{
    /// <summary>Every vertex turns into one other; each arc takes a second and measures a metre.</summary>
    /// <param name="order">The vertices in the order in which one passes them; the last has no turn.</param>
    public static TurnGraph Through(params int[] order) => Through(order, closed: -1);

    /// <param name="closed">A vertex whose arc cannot be travelled now.</param>
    public static TurnGraph Through(int[] order, int closed)
    {
        var headOf = new int[order.Length];
        Array.Fill(headOf, -1);
        for (var i = 1; i < order.Length; i++)
            headOf[order[i - 1]] = order[i];
        var first = new int[order.Length + 1];
        for (var vertex = 0; vertex < order.Length; vertex++)
            first[vertex + 1] = first[vertex] + (headOf[vertex] < 0 ? 0 : 1);
        return new TurnGraph
        {
            Arcs = [.. Enumerable.Range(0, order.Length).Select(vertex => 2 * vertex)],
            ArcCosts = [.. Enumerable.Range(0, order.Length).Select(vertex => vertex == closed ? PathCost.Limit : new PathCost(1000, 100).Packed)],
            FirstTurn = first,
            TurnHeads = [.. headOf.Where(head => head >= 0)],
            TurnSteps = new ushort[order.Length - 1],
            TimedTurns = new Dictionary<int, IReadOnlyList<TurnRestriction>>(),
            VertexOfArc = [.. Enumerable.Range(0, 2 * order.Length).Select(arc => arc % 2 == 0 ? arc / 2 : -1)],
            RestrictedVertices = new Dictionary<int, int[]>(),
            ComponentSizes = [order.Length],
        };
    }
}
