using System.Runtime.InteropServices;
using Territory.Roads.Turns;

namespace Territory.Roads.Hierarchy;

/// <summary>Works out the shortcuts of <see cref="HierarchyTopology"/>, vertex by vertex upward.</summary>
internal sealed class TopologyBuilder
{
    private readonly TurnGraph graph;
    private readonly Side outward;
    private readonly Side inward;

    public TopologyBuilder(TurnGraph graph)
    {
        this.graph = graph;
        outward = new Side(graph.VertexCount);
        inward = new Side(graph.VertexCount);
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            for (var turn = graph.FirstTurn[vertex]; turn < graph.FirstTurn[vertex + 1]; turn++)
            {
                var head = graph.TurnHeads[turn];
                if (head > vertex)
                    outward.Begin(vertex, head);
                else if (head < vertex)
                    inward.Begin(head, vertex);
            }
        }
    }

    public HierarchyTopology Build()
    {
        for (var vertex = 0; vertex < graph.VertexCount; vertex++)
        {
            // A path into a lower vertex and on from it: the vertex leads wherever those below that it leads to lead.
            outward.Gather(vertex, inward);
            inward.Gather(vertex, outward);
            outward.Publish(vertex);
            inward.Publish(vertex);
        }

        return new HierarchyTopology { Out = outward.ToArcs(), In = inward.ToArcs() };
    }

    /// <summary>One direction while it grows.</summary>
    private sealed class Side(int vertexCount)
    {
        private readonly List<int> upper = [];
        private readonly List<int> nextBelow = [];
        private readonly List<int> lowerOf = [];
        private readonly int[] first = new int[vertexCount + 1];
        private readonly int[] topBelow = Filled(vertexCount);
        private readonly int[] seen = Filled(vertexCount);
        private readonly List<int>?[] begun = new List<int>?[vertexCount];

        /// <summary>An arc that the graph itself has.</summary>
        public void Begin(int lower, int head) => (begun[lower] ??= []).Add(head);

        public void Gather(int vertex, Side opposite)
        {
            first[vertex] = upper.Count;
            foreach (var head in begun[vertex] ?? [])
                Offer(vertex, head);
            begun[vertex] = null;
            for (var entry = opposite.topBelow[vertex]; entry >= 0; entry = opposite.nextBelow[entry])
            {
                var below = opposite.lowerOf[entry];
                for (var arc = first[below + 1] - 1; arc >= first[below] && upper[arc] > vertex; arc--)
                    Offer(vertex, upper[arc]);
            }

            first[vertex + 1] = upper.Count;
            CollectionsMarshal.AsSpan(upper)[first[vertex]..].Sort();
        }

        /// <summary>Lets the upper ends of a vertex's arcs find it.</summary>
        public void Publish(int vertex)
        {
            for (var arc = first[vertex]; arc < first[vertex + 1]; arc++)
            {
                nextBelow.Add(topBelow[upper[arc]]);
                lowerOf.Add(vertex);
                topBelow[upper[arc]] = arc;
            }
        }

        public RankedArcs ToArcs() => RankedArcs.From(first, [.. upper]);

        private void Offer(int vertex, int head)
        {
            if (seen[head] == vertex)
                return;
            seen[head] = vertex;
            upper.Add(head);
        }

        private static int[] Filled(int count)
        {
            var values = new int[count];
            Array.Fill(values, -1);
            return values;
        }
    }
}
