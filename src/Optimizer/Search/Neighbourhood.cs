using System.Runtime.CompilerServices;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>For each client the other clients nearest to it, by location number, nearest first: which places are worth trying.</summary>
/// <remarks>
/// Algorithm: granular neighbourhoods by proximity: the smaller direction of distance, and where there are windows a share of the least waiting plus the
/// least lateness when one follows the other. A pair is timed only where its distance alone leaves it a chance, and clients are looked at from one on, which find the near ones first where they are numbered along a tour.
/// Complexity: O(n² + n k log n); where distances are a function of coordinates O(n k log k) by <see cref="PointGrid"/>, with windows
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

    /// <summary>The nearest of a neighbourhood of the same clients and kind.</summary>
    public Neighbourhood(Neighbourhood wider, int size)
    {
        firstClient = wider.firstClient;
        Size = Math.Min(size, wider.Size);
        var clients = wider.Size == 0 ? 0 : (wider.neighbours.Length - Padding) / wider.Size;
        neighbours = new int[(clients * Size) + Padding];
        for (var c = 0; c < clients; c++)
            wider.neighbours.AsSpan(c * wider.Size, Size).CopyTo(neighbours.AsSpan(c * Size));
    }

    public int Size { get; }

    /// <summary>How many pairs were timed, of all that were looked at.</summary>
    public long Timed { get; private set; }

    public ReadOnlySpan<int> Of(int client) => neighbours.AsSpan((client - firstClient) * Size, Size);

    private void Fill(ProblemData data, bool withTime)
    {
        var nearest = new NearestList(Size);
        var timing = withTime && data.IsTimed ? new PairTiming(data) : null;
        var isSymmetric = data.Distances.IsSymmetric;
        for (var client = firstClient; client < data.LocationCount; client++)
        {
            var row = data.Distances.From(client);
            for (var other = client + 1; other < data.LocationCount; other++)
                Look(data, nearest, timing, client, other, isSymmetric ? row[other] : Math.Min(row[other], data.DistanceBetween(other, client)));
            for (var other = client - 1; other >= firstClient; other--)
                Look(data, nearest, timing, client, other, isSymmetric ? row[other] : Math.Min(row[other], data.DistanceBetween(other, client)));
            nearest.Write(neighbours.AsSpan((client - firstClient) * Size, Size));
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Look(ProblemData data, NearestList nearest, PairTiming? timing, int client, int other, int distance)
    {
        if (distance <= nearest.Limit)
            Offer(data, nearest, timing, client, other);
    }

    private void Offer(ProblemData data, NearestList nearest, PairTiming? timing, int client, int other)
    {
        Timed++;
        nearest.Offer(Math.Min(OneWay(data, timing, client, other), OneWay(data, timing, other, client)), other);
    }

    private void FillFromGrid(ProblemData data, bool withTime)
    {
        if (data.ClientCount == 0)
            return;
        var grid = new PointGrid(data);
        var near = new int[withTime ? Math.Min(TimedCandidates * Size, data.ClientCount - 1) : Size];
        var nearest = new NearestList(Size);
        var timing = withTime ? new PairTiming(data) : null;
        for (var client = firstClient; client < data.LocationCount; client++)
        {
            var mine = neighbours.AsSpan((client - firstClient) * Size, Size);
            grid.Nearest(client, withTime ? near : mine);
            if (!withTime)
                continue;
            foreach (var other in near)
                Offer(data, nearest, timing, client, other);
            nearest.Write(mine);
        }
    }

    private static long OneWay(ProblemData data, PairTiming? timing, int from, int to)
    {
        long distance = data.DistanceBetween(from, to);
        var duration = data.DurationBetween(from, to);
        if (distance == ProblemData.NoRoad || duration == ProblemData.NoRoad)
            return long.MaxValue / 2;
        return distance + (timing?.Of(from, to, duration) ?? 0);
    }

    /// <summary>When the first window of each location opens and its last one closes, side by side.</summary>
    private sealed class PairTiming
    {
        private readonly long[] early;
        private readonly long[] late;
        private readonly long[] service;

        public PairTiming(ProblemData data)
        {
            (early, late, service) = (new long[data.LocationCount], new long[data.LocationCount], data.Service);
            for (var location = data.DepotCount; location < data.LocationCount; location++)
                (early[location], late[location]) = (data.WindowEarly[data.WindowOffset[location]], data.WindowLate[data.WindowOffset[location + 1] - 1]);
        }

        /// <summary>A share of the least waiting and the least lateness when one location follows the other.</summary>
        public long Of(int from, int to, int duration)
        {
            var travel = service[from] + duration;
            return (Math.Max(early[to] - travel - late[from], 0) / 5) + Math.Max(early[from] + travel - late[to], 0);
        }
    }
}
