using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Roads.Search;

namespace Territory.Roads.Hierarchy;

/// <summary>Costs from many vertices to a fixed set of target vertices: the part of the hierarchy that leads down to the targets is swept once for eight sources.</summary>
/// <remarks>
/// Algorithm: the vertices from which a target can be reached downward are numbered from the top; after the upward searches of eight sources one
/// pass over their arcs carries all eight labels down, a vector at a time, time and length together.
/// Complexity: (upward search spaces + arcs of the targets' part / lanes) a source.
/// Source: Delling, Goldberg and Werneck, Faster batched shortest paths in road networks (2011), RPHAST.
/// </remarks>
internal sealed class TargetSweep
{
    /// <summary>Sources handled together.</summary>
    public const int Lanes = 8;

    private readonly int[] localOf;
    private readonly int[] first;
    private readonly int[] upper;
    private readonly long[] costs;
    private readonly int[] targets;

    public TargetSweep(RoadHierarchy hierarchy, ReadOnlySpan<int> targetVertices)
    {
        var arcs = hierarchy.Topology.In;
        var vertices = Reachable(arcs, targetVertices);
        localOf = new int[arcs.First.Length - 1];
        Array.Fill(localOf, -1);
        for (var local = 0; local < vertices.Length; local++)
            localOf[vertices[local]] = local;
        first = new int[vertices.Length + 1];
        for (var local = 0; local < vertices.Length; local++)
            first[local + 1] = first[local] + arcs.First[vertices[local] + 1] - arcs.First[vertices[local]];
        upper = new int[first[^1]];
        costs = new long[first[^1]];
        for (var local = 0; local < vertices.Length; local++)
        {
            var begin = arcs.First[vertices[local]];
            for (var i = 0; i < first[local + 1] - first[local]; i++)
            {
                upper[first[local] + i] = localOf[arcs.Upper[begin + i]];
                costs[first[local] + i] = hierarchy.Weights.In[begin + i];
            }
        }

        targets = new int[targetVertices.Length];
        for (var i = 0; i < targets.Length; i++)
            targets[i] = localOf[targetVertices[i]];
    }

    public int VertexCount => first.Length - 1;

    public int ArcCount => upper.Length;

    /// <summary>Labels for one batch: <see cref="Lanes"/> for each of the part's vertices.</summary>
    public long[] NewLabels() => new long[VertexCount * Lanes];

    public static void Clear(long[] labels) => Array.Fill(labels, PathCost.Limit);

    /// <summary>Enters what a source's upward search reached.</summary>
    public void Enter(UpwardSearch search, long[] labels, int lane)
    {
        foreach (var vertex in search.Settled)
        {
            if (localOf[vertex] >= 0)
                labels[(localOf[vertex] * Lanes) + lane] = search.LabelOf(vertex);
        }
    }

    public void Run(long[] labels)
    {
        var vectors = MemoryMarshal.Cast<long, Vector512<long>>(labels.AsSpan());
        ref var firstVector = ref MemoryMarshal.GetReference(vectors);
        for (var vertex = 0; vertex < vectors.Length; vertex++)
        {
            var label = vectors[vertex];
            var end = first[vertex + 1];
            for (var arc = first[vertex]; arc < end; arc++)
                label = Vector512.Min(label, Unsafe.Add(ref firstVector, upper[arc]) + Vector512.Create(costs[arc]));
            vectors[vertex] = label;
        }
    }

    /// <summary>The labels of one target for all lanes.</summary>
    public ReadOnlySpan<long> LabelsOf(int target, long[] labels) => labels.AsSpan(targets[target] * Lanes, Lanes);

    /// <summary>Every vertex from which a target can be reached downward, from the top.</summary>
    private static int[] Reachable(RankedArcs arcs, ReadOnlySpan<int> targetVertices)
    {
        var isReached = new bool[arcs.First.Length - 1];
        var reached = new List<int>();
        foreach (var target in targetVertices)
            Reach(target);
        for (var at = 0; at < reached.Count; at++)
        {
            for (var arc = arcs.First[reached[at]]; arc < arcs.First[reached[at] + 1]; arc++)
                Reach(arcs.Upper[arc]);
        }

        var vertices = reached.ToArray();
        Array.Sort(vertices, (a, b) => b.CompareTo(a));
        return vertices;

        void Reach(int vertex)
        {
            if (isReached[vertex])
                return;
            isReached[vertex] = true;
            reached.Add(vertex);
        }
    }
}
