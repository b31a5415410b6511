using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Snapping;

namespace Territory.Roads.Matrices;

/// <summary>Serves matrices over changing subsets of a point set that stays much the same, such as a region's outlets and depots.</summary>
/// <remarks>
/// Each mode keeps its points, their places on the road, and one row of costs per source that was asked for, computed to all points known then:
/// one search costs about the same for all targets as for a few. The whole day has rows, and each slot of the day that was asked for has rows of its own. A source is searched again only when a later point is asked for. When more than
/// <c>maxPoints</c> points would be kept, the mode's points are forgotten and the request's become the first known ones; memory is at most
/// 8 bytes x maxPoints squared a mode for the whole day, and as much for each slot. The figures equal those of <see cref="TravelMatrixBuilder"/>. Safe to call from many threads; requests
/// for one mode wait for each other.
/// </remarks>
public sealed class MatrixCache : IMatrixProvider, IDisposable
{
    public const int DefaultMaxPoints = 4000;

    private const int WholeDay = -1;

    private readonly TravelMatrixBuilder builder;
    private readonly int maxPoints;
    private readonly ModePoints[] modes;
    private long rowsComputed;

    public MatrixCache(RoadNetwork network, int threads = 1, int maxPoints = DefaultMaxPoints)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxPoints, 1);
        builder = new TravelMatrixBuilder(network, threads);
        this.maxPoints = maxPoints;
        modes = [.. Enum.GetValues<TravelMode>().Select(mode => new ModePoints(builder.SlotStarts(mode).Count))];
    }

    /// <summary>How many rows were searched so far; a request served from memory adds none.</summary>
    public long RowsComputed => Interlocked.Read(ref rowsComputed);

    /// <summary>Makes points known, so that rows computed from now on reach them too. Without it the cache learns from requests.</summary>
    public async Task RememberAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var known = modes[(int)mode];
        await known.Gate.WaitAsync(cancellationToken);
        try
        {
            Know(known, points, mode);
        }
        finally
        {
            known.Gate.Release();
        }
    }

    public async Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        if (points.Distinct().Count() > maxPoints)
            return await Task.Run(() => builder.Compute(points, mode, cancellationToken), cancellationToken);
        return await ServeAsync(mode, known => Serve(known, points, mode, WholeDay, cancellationToken), cancellationToken);
    }

    public async Task<DayTravel> ComputeDayAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        if (points.Distinct().Count() > maxPoints)
            return await Task.Run(() => builder.ComputeDay(points, mode, cancellationToken), cancellationToken);
        var starts = builder.SlotStarts(mode);
        return await ServeAsync(mode, known => new DayTravel(starts, [.. Enumerable.Range(0, starts.Count).Select(slot => Serve(known, points, mode, slot, cancellationToken))]), cancellationToken);
    }

    public void Dispose()
    {
        foreach (var known in modes)
            known.Gate.Dispose();
    }

    private async Task<T> ServeAsync<T>(TravelMode mode, Func<ModePoints, T> serve, CancellationToken cancellationToken)
    {
        var known = modes[(int)mode];
        await known.Gate.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => serve(known), cancellationToken);
        }
        finally
        {
            known.Gate.Release();
        }
    }

    private TravelMatrix Serve(ModePoints known, IReadOnlyList<GeoPoint> points, TravelMode mode, int slot, CancellationToken cancellationToken)
    {
        Know(known, points, mode);
        var rows = known.RowsOf(slot);
        var places = points.Select(point => known.PlaceOf[point]).ToArray();
        var reach = places.Length == 0 ? 0 : places.Max() + 1;
        var missing = places.Distinct().Where(place => rows.Seconds[place].Length < reach).ToArray();
        if (missing.Length > 0)
            Search(known, missing, mode, slot, cancellationToken);
        var size = places.Length;
        var seconds = new int[checked(size * size)];
        var meters = new int[seconds.Length];
        for (var i = 0; i < size; i++)
        {
            var rowSeconds = rows.Seconds[places[i]];
            var rowMeters = rows.Meters[places[i]];
            for (var j = 0; j < size; j++)
            {
                // A point is at no distance from itself, even where no road is near; two entries for one place are told apart by index.
                seconds[(i * size) + j] = i == j ? 0 : rowSeconds[places[j]];
                meters[(i * size) + j] = i == j ? 0 : rowMeters[places[j]];
            }
        }

        return new TravelMatrix(size, seconds, meters, slot == WholeDay ? TravelMatrixBuilder.SourceLabel(mode) : TravelMatrixBuilder.SourceLabel(mode, builder.SlotStarts(mode)[slot]));
    }

    private void Search(ModePoints known, int[] missing, TravelMode mode, int slot, CancellationToken cancellationToken)
    {
        SnappedPoint?[] sources = [.. missing.Select(place => known.Snapped[place])];
        SnappedPoint?[] targets = [.. known.Snapped];
        var result = slot == WholeDay ? builder.Compute(sources, targets, mode, cancellationToken) : builder.Compute(sources, targets, mode, slot, cancellationToken);
        var rows = known.RowsOf(slot);
        for (var i = 0; i < missing.Length; i++)
        {
            rows.Seconds[missing[i]] = result.SecondsFrom(i).ToArray();
            rows.Meters[missing[i]] = result.MetersFrom(i).ToArray();
        }

        Interlocked.Add(ref rowsComputed, missing.Length);
    }

    private void Know(ModePoints known, IReadOnlyList<GeoPoint> points, TravelMode mode)
    {
        var unknown = points.Where(point => !known.PlaceOf.ContainsKey(point)).Distinct().ToList();
        if (known.Snapped.Count + unknown.Count > maxPoints)
        {
            known.Forget();
            unknown = points.Distinct().Take(maxPoints).ToList();
        }

        foreach (var (point, snapped) in unknown.Zip(builder.Snap(unknown, mode)))
            known.Add(point, snapped);
    }

    /// <summary>The rows of the whole day or of a slot, one for each known point; empty where none was asked for yet.</summary>
    private sealed class Rows
    {
        public List<int[]> Seconds { get; } = [];

        public List<int[]> Meters { get; } = [];
    }

    private sealed class ModePoints(int slots)
    {
        private readonly Rows[] rows = [.. Enumerable.Range(0, slots + 1).Select(_ => new Rows())];

        public SemaphoreSlim Gate { get; } = new(1, 1);

        public Dictionary<GeoPoint, int> PlaceOf { get; } = [];

        public List<SnappedPoint?> Snapped { get; } = [];

        public Rows RowsOf(int slot) => rows[slot + 1];

        public void Add(GeoPoint point, SnappedPoint? snapped)
        {
            PlaceOf.Add(point, Snapped.Count);
            Snapped.Add(snapped);
            foreach (var ofSlot in rows)
            {
                ofSlot.Seconds.Add([]);
                ofSlot.Meters.Add([]);
            }
        }

        public void Forget()
        {
            PlaceOf.Clear();
            Snapped.Clear();
            foreach (var ofSlot in rows)
            {
                ofSlot.Seconds.Clear();
                ofSlot.Meters.Clear();
            }
        }
    }
}
