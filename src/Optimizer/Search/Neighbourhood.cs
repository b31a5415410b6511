using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>For each client the other clients nearest to it, by location number, nearest first: which places are worth trying.</summary>
/// <remarks>
/// Algorithm: granular neighbourhoods by proximity: the smaller direction of distance, and where there are windows a share of the least waiting plus the
/// least lateness when one follows the other. Complexity: O(n² log k); where distances are a function of coordinates O(n k log k) by <see cref="PointGrid"/>, with windows
/// among the eight times as many nearest. Source: Toth and Vigo (2003); proximity after Vidal et al. (2013).
/// </remarks>
internal sealed class Neighbourhood
{
    /// <summary>After the neighbours of the last client follow this many more numbers of locations, so that a block of them can be read from anywhere.</summary>
    public const int Padding = 8;

    private const int TimedCandidates = 8;

    private readonly int[] neighbours;
    private readonly int firstClient;

    public Neighbourhood(ProblemData data, int size, bool withTime)
    {
        firstClient = data.DepotCount;
        Size = Math.Min(size, Math.Max(0, data.ClientCount - 1));
        neighbours = new int[(data.ClientCount * Size) + Padding];
        if (data.Distances.IsFunction)
            FillFromGrid(data, withTime && data.IsTimed);
        else
            Fill(data, withTime);
    }

    public int Size { get; }

    public ReadOnlySpan<int> Of(int client) => neighbours.AsSpan((client - firstClient) * Size, Size);

    private void Fill(ProblemData data, bool withTime)
    {
        var keys = new long[data.ClientCount];
        var order = new int[data.ClientCount];
        for (var client = firstClient; client < data.LocationCount; client++)
        {
            for (int other = firstClient, i = 0; other < data.LocationCount; other++, i++)
            {
                order[i] = other;
                keys[i] = other == client ? long.MaxValue : Proximity(data, client, other, withTime);
            }

            TakeNearest(keys, order, neighbours.AsSpan((client - firstClient) * Size, Size));
        }
    }

    private void FillFromGrid(ProblemData data, bool withTime)
    {
        if (data.ClientCount == 0)
            return;
        var grid = new PointGrid(data);
        var near = new int[withTime ? Math.Min(TimedCandidates * Size, data.ClientCount - 1) : Size];
        var keys = new long[near.Length];
        for (var client = firstClient; client < data.LocationCount; client++)
        {
            var mine = neighbours.AsSpan((client - firstClient) * Size, Size);
            grid.Nearest(client, withTime ? near : mine);
            if (!withTime)
                continue;
            for (var i = 0; i < near.Length; i++)
                keys[i] = Proximity(data, client, near[i], withTime);
            TakeNearest(keys, near, mine);
        }
    }

    /// <summary>Equal keys are ordered by location so that the result does not depend on the sort.</summary>
    private static void TakeNearest(long[] keys, int[] order, Span<int> nearest)
    {
        if (nearest.Length == 0)
            return;
        // A heap of the nearest so far, the farthest on top, keeps this linear in the usual case.
        var heap = new PriorityQueue<(long Key, int Node), (long Key, int Node)>(nearest.Length + 1, Comparer<(long Key, int Node)>.Create((a, b) => b.CompareTo(a)));
        for (var i = 0; i < keys.Length; i++)
        {
            var item = (keys[i], order[i]);
            if (heap.Count < nearest.Length)
                heap.Enqueue(item, item);
            else if (item.CompareTo(heap.Peek()) < 0)
                heap.EnqueueDequeue(item, item);
        }

        for (var i = nearest.Length - 1; i >= 0; i--)
            nearest[i] = heap.Dequeue().Node;
    }

    private static long Proximity(ProblemData data, int a, int b, bool withTime) =>
        Math.Min(OneWay(data, a, b, withTime), OneWay(data, b, a, withTime));

    private static long OneWay(ProblemData data, int from, int to, bool withTime)
    {
        long distance = data.DistanceBetween(from, to);
        if (distance == ProblemData.NoRoad || data.DurationBetween(from, to) == ProblemData.NoRoad)
            return long.MaxValue / 2;
        if (!withTime || !data.IsTimed)
            return distance;
        var travel = data.Service[from] + data.DurationBetween(from, to);
        var wait = Math.Max(data.WindowEarly[data.WindowOffset[to]] - travel - data.WindowLate[data.WindowOffset[from + 1] - 1], 0);
        var late = Math.Max(data.WindowEarly[data.WindowOffset[from]] + travel - data.WindowLate[data.WindowOffset[to + 1] - 1], 0);
        return distance + (wait / 5) + late;
    }
}
