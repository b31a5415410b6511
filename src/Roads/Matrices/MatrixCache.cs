using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Snapping;

namespace Territory.Roads.Matrices;

/// <summary>Serves matrices over changing subsets of a point set that stays much the same, such as a region's outlets and depots.</summary>
/// <remarks>
/// Each mode keeps its points, their places on the road, and one row of costs per source that was asked for, computed to all points known then:
/// one search costs about the same for all targets as for a few. A source is searched again only when a later point is asked for. When more than
/// <c>maxPoints</c> points would be kept, the mode's points are forgotten and the request's become the first known ones; memory is at most
/// 8 bytes x maxPoints squared a mode. The figures equal those of <see cref="TravelMatrixBuilder"/>. Safe to call from many threads; requests
/// for one mode wait for each other.
/// </remarks>
public sealed class MatrixCache : IMatrixProvider, IDisposable
{
    public const int DefaultMaxPoints = 4000;

    private readonly TravelMatrixBuilder builder;
    private readonly int maxPoints;
    private readonly ModeRows[] modes;
    private long rowsComputed;

    public MatrixCache(RoadNetwork network, int threads = 1, int maxPoints = DefaultMaxPoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPoints, 1);
        builder = new TravelMatrixBuilder(network, threads);
        this.maxPoints = maxPoints;
        modes = [.. Enum.GetValues<TravelMode>().Select(_ => new ModeRows())];
    }

    /// <summary>How many rows were searched so far; a request served from memory adds none.</summary>
    public long RowsComputed => Interlocked.Read(ref rowsComputed);

    /// <summary>Makes points known, so that rows computed from now on reach them too. Without it the cache learns from requests.</summary>
    public async Task RememberAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var rows = modes[(int)mode];
        await rows.Gate.WaitAsync(cancellationToken);
        try
        {
            Know(rows, points, mode);
        }
        finally
        {
            rows.Gate.Release();
        }
    }

    public async Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        if (points.Distinct().Count() > maxPoints)
            return await Task.Run(() => builder.Compute(points, mode, cancellationToken), cancellationToken);
        var rows = modes[(int)mode];
        await rows.Gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Serve(rows, points, mode, cancellationToken), cancellationToken);
        }
        finally
        {
            rows.Gate.Release();
        }
    }

    public void Dispose()
    {
        foreach (var rows in modes)
            rows.Gate.Dispose();
    }

    private TravelMatrix Serve(ModeRows rows, IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken)
    {
        Know(rows, points, mode);
        var slots = points.Select(point => rows.SlotOf[point]).ToArray();
        var reach = slots.Length == 0 ? 0 : slots.Max() + 1;
        var missing = slots.Distinct().Where(slot => rows.Seconds[slot].Length < reach).ToArray();
        if (missing.Length > 0)
            Search(rows, missing, mode, cancellationToken);
        var size = slots.Length;
        var seconds = new int[checked(size * size)];
        var meters = new int[seconds.Length];
        for (var i = 0; i < size; i++)
        {
            var rowSeconds = rows.Seconds[slots[i]];
            var rowMeters = rows.Meters[slots[i]];
            for (var j = 0; j < size; j++)
            {
                // A point is at no distance from itself, even where no road is near; two entries for one place are told apart by index.
                seconds[(i * size) + j] = i == j ? 0 : rowSeconds[slots[j]];
                meters[(i * size) + j] = i == j ? 0 : rowMeters[slots[j]];
            }
        }

        return new TravelMatrix(size, seconds, meters, TravelMatrixBuilder.SourceLabel(mode));
    }

    private void Search(ModeRows rows, int[] missing, TravelMode mode, CancellationToken cancellationToken)
    {
        var result = builder.Compute([.. missing.Select(slot => rows.Snapped[slot])], rows.Snapped.ToArray(), mode, cancellationToken);
        for (var i = 0; i < missing.Length; i++)
        {
            rows.Seconds[missing[i]] = result.SecondsFrom(i).ToArray();
            rows.Meters[missing[i]] = result.MetersFrom(i).ToArray();
        }

        Interlocked.Add(ref rowsComputed, missing.Length);
    }

    private void Know(ModeRows rows, IReadOnlyList<GeoPoint> points, TravelMode mode)
    {
        var unknown = points.Where(point => !rows.SlotOf.ContainsKey(point)).Distinct().ToList();
        if (rows.Snapped.Count + unknown.Count > maxPoints)
        {
            rows.Forget();
            unknown = points.Distinct().Take(maxPoints).ToList();
        }

        foreach (var (point, snapped) in unknown.Zip(builder.Snap(unknown, mode)))
            rows.Add(point, snapped);
    }

    private sealed class ModeRows
    {
        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Dictionary<GeoPoint, int> SlotOf { get; } = [];

        public List<SnappedPoint?> Snapped { get; } = [];

        public List<int[]> Seconds { get; } = [];

        public List<int[]> Meters { get; } = [];

        public void Add(GeoPoint point, SnappedPoint? snapped)
        {
            SlotOf.Add(point, Snapped.Count);
            Snapped.Add(snapped);
            Seconds.Add([]);
            Meters.Add([]);
        }

        public void Forget()
        {
            SlotOf.Clear();
            Snapped.Clear();
            Seconds.Clear();
            Meters.Clear();
        }
    }
}
