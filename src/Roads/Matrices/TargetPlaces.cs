using Territory.Roads.Hierarchy;
using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Matrices;

/// <summary>The targets of a matrix as the sweep takes them: the vertices at which each is arrived at, and which targets share a segment.</summary>
internal sealed class TargetPlaces
{
    private readonly Dictionary<int, List<int>> bySegment = [];
    private readonly int[] firstEntry;
    private readonly long[] left;

    public TargetPlaces(RoadPosition[] targets, RoadHierarchy hierarchy)
    {
        Positions = targets;
        firstEntry = new int[targets.Length + 1];
        var vertices = new List<int>();
        var afters = new List<long>();
        for (var target = 0; target < targets.Length; target++)
        {
            AddEntries(targets[target].Along);
            AddEntries(targets[target].Against);
            firstEntry[target + 1] = vertices.Count;
            if (!targets[target].IsOnRoad)
                continue;
            if (!bySegment.TryGetValue(targets[target].Segment, out var list))
                bySegment.Add(targets[target].Segment, list = []);
            list.Add(target);
        }

        left = [.. afters];
        Sweep = new TargetSweep(hierarchy, [.. vertices]);

        void AddEntries(in ArcPlace place)
        {
            if (!place.IsOpen)
                return;
            foreach (var vertex in (ReadOnlySpan<int>)[place.Vertex, .. place.Further])
            {
                vertices.Add(vertex);
                afters.Add(place.After.Packed);
            }
        }
    }

    public RoadPosition[] Positions { get; }

    public TargetSweep Sweep { get; }

    public int Count => Positions.Length;

    /// <summary>Targets on a segment, whose order against a source on it matters.</summary>
    public IReadOnlyList<int> OnSegment(int segment) => bySegment.GetValueOrDefault(segment) ?? [];

    /// <summary>Packed costs of arriving at a target, for all lanes; <see cref="PathCost.Limit"/> or more where there is no way.</summary>
    public void CostsTo(int target, long[] labels, Span<long> costs)
    {
        costs.Fill(PathCost.Limit);
        for (var entry = firstEntry[target]; entry < firstEntry[target + 1]; entry++)
        {
            var arriving = Sweep.LabelsOf(entry, labels);
            for (var lane = 0; lane < TargetSweep.Lanes; lane++)
            {
                var cost = arriving[lane] - left[entry];
                if (arriving[lane] < PathCost.Limit && cost < costs[lane])
                    costs[lane] = cost;
            }
        }
    }
}
