using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Reach;

/// <summary>How late a vehicle is at the near end of each arc that it reaches within a time, starting from a position or, against the arcs, bound for one.</summary>
/// <remarks>
/// Algorithm: Dijkstra over the graph of turns, stopped at the bound; toward the source over the turned-round graph. The near end is the arc's start going out and its end
/// coming in. Every entry within the bound is final: a vertex that could improve one is nearer than the bound and thus settled.
/// Complexity: O(k log k) in what is reached. Source: Dijkstra, A note on two problems in connexion with graphs (1959).
/// </remarks>
internal sealed class ReachSearch
{
    private readonly TurnGraph graph;
    private readonly int[] first;
    private readonly int[] heads;
    private readonly ushort[] turnSteps;
    private readonly bool isOutward;

    private ReachSearch(TurnGraph graph, int[] first, int[] heads, ushort[] turnSteps, bool isOutward)
    {
        this.graph = graph;
        this.first = first;
        this.heads = heads;
        this.turnSteps = turnSteps;
        this.isOutward = isOutward;
    }

    public static ReachSearch Outward(TurnGraph graph) => new(graph, graph.FirstTurn, graph.TurnHeads, graph.TurnSteps, isOutward: true);

    public static ReachSearch Inward(TurnGraph graph)
    {
        var begin = new int[graph.VertexCount + 1];
        foreach (var head in graph.TurnHeads)
            begin[head + 1]++;
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
            begin[vertex + 1] += begin[vertex];
        var fill = begin.AsSpan().ToArray();
        var tails = new int[graph.TurnCount];
        var steps = new ushort[graph.TurnCount];
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            for (var turn = graph.FirstTurn[vertex]; turn < graph.FirstTurn[vertex + 1]; turn++)
            {
                var at = fill[graph.TurnHeads[turn]]++;
                tails[at] = vertex;
                steps[at] = graph.TurnSteps[turn];
            }
        }

        return new ReachSearch(graph, begin, tails, steps, isOutward: false);
    }

    /// <summary>All stretches of road within a time of a position, those of the position's own segment first; a stretch may come twice.</summary>
    public List<ReachedStretch> Run(in RoadPosition position, int mostMilliseconds)
    {
        var entries = new int[graph.VertexCount];
        Array.Fill(entries, int.MaxValue);
        var heap = new QuaternaryHeap();
        var stretches = new List<ReachedStretch>();
        Begin(position.Along);
        Begin(position.Against);
        while (!heap.IsEmpty)
        {
            var (entry, vertex) = heap.Pop();
            if (entries[vertex] != entry)
                continue;
            var whole = ArcMilliseconds(vertex);
            stretches.Add(Stretch(vertex, 0, whole, (int)entry));
            if (entry + whole <= mostMilliseconds)
                Leave(vertex, (int)entry + whole);
        }

        return stretches;

        void Begin(in ArcPlace place)
        {
            if (!place.IsOpen)
                return;
            var whole = ArcMilliseconds(place.Vertex);
            var left = (int)(isOutward ? place.After : place.Before).Milliseconds;
            foreach (var vertex in isOutward ? [place.Vertex] : (int[])[place.Vertex, .. place.Further])
            {
                // The position lies where the rest of the arc begins, so the stretch's time there is 0.
                stretches.Add(Stretch(vertex, whole - left, whole, 0));
                if (left <= mostMilliseconds)
                    Leave(vertex, left);
            }
        }

        void Leave(int vertex, int milliseconds)
        {
            for (var turn = first[vertex]; turn < first[vertex + 1]; turn++)
            {
                if (turnSteps[turn] == TurnGraph.ForbiddenNow || graph.ArcCosts[heads[turn]] >= PathCost.Limit)
                    continue;
                var entry = milliseconds + (turnSteps[turn] * TurnGraph.TurnStepMilliseconds);
                if (entry > mostMilliseconds || entries[heads[turn]] <= entry)
                    continue;
                entries[heads[turn]] = entry;
                heap.Push((uint)entry, heads[turn]);
            }
        }
    }

    private int ArcMilliseconds(int vertex) => (int)new PathCost(graph.ArcCosts[vertex]).Milliseconds;

    private ReachedStretch Stretch(int vertex, int fromMilliseconds, int wholeMilliseconds, int entryMilliseconds)
    {
        var arc = graph.Arcs[vertex];

        // Coming in, the near end is the arc's end: the same stretch seen from the opposite direction.
        return new ReachedStretch(isOutward ? arc : arc ^ 1, (double)fromMilliseconds / wholeMilliseconds, entryMilliseconds, wholeMilliseconds);
    }
}
