using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Tests.Hierarchy;

/// <summary>Costs from each vertex to each other over lower vertices only and over any, by relaxing every turn until nothing changes.</summary>
internal sealed class LowerPaths(TurnGraph graph)
{
    /// <summary>Packed costs from the end of one vertex's arc to the end of the other's over any vertices; <see cref="PathCost.Limit"/> where there is no way.</summary>
    public long[] From(int vertex) => From(vertex, graph.VertexCount);

    /// <summary>As the other, but what comes between lies below a rank.</summary>
    public long[] From(int vertex, int below)
    {
        var costs = new long[graph.VertexCount];
        Array.Fill(costs, PathCost.Limit);
        var open = new Queue<(int Vertex, long Cost)>([(vertex, 0)]);
        while (open.TryDequeue(out var at))
        {
            for (var turn = graph.FirstTurn[at.Vertex]; turn < graph.FirstTurn[at.Vertex + 1]; turn++)
            {
                var head = graph.TurnHeads[turn];
                var cost = at.Cost + graph.CostOfTurn(turn);
                if (cost >= costs[head])
                    continue;
                costs[head] = cost;
                if (head < below && head != vertex)
                    open.Enqueue((head, cost));
            }
        }

        return costs;
    }
}
