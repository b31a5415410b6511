using System.Globalization;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;
using Territory.Roads.Snapping;
using Territory.Roads.Turns;

namespace Territory.Roads.Matrices;

/// <summary>Computes travel matrices by shortest paths on a network: points are put on the main network, then eight sources at a time are swept through a contraction hierarchy.</summary>
/// <remarks>The result depends on network, points and mode alone, not on the number of threads. A point with no road within the limit is unreachable.</remarks>
public sealed class TravelMatrixBuilder
{
    private readonly RoadNetwork network;
    private readonly int threads;
    private readonly StopApproach approach;

    /// <param name="threads">How many sources are searched at once; 1 keeps to the calling thread.</param>
    /// <param name="maxSnapMeters">How far from a road a point may lie.</param>
    /// <param name="approach">How targets are arrived at; sources may be left either way.</param>
    public TravelMatrixBuilder(
        RoadNetwork network, int threads = 1, double maxSnapMeters = RoadNetwork.DefaultSnapMeters, StopApproach approach = StopApproach.EitherSide)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(maxSnapMeters);
        this.network = network;
        this.threads = threads;
        this.approach = approach;
        MaxSnapMeters = maxSnapMeters;
    }

    public double MaxSnapMeters { get; }

    public static string SourceLabel(TravelMode mode) => $"roads {mode.ToString().ToLowerInvariant()}";

    public static string SourceLabel(TravelMode mode, TimeOnly slotStart) => string.Create(CultureInfo.InvariantCulture, $"{SourceLabel(mode)} from {slotStart:HH:mm}");

    /// <summary>When the slots of the mode's day begin.</summary>
    public IReadOnlyList<TimeOnly> SlotStarts(TravelMode mode) => network.ProfileOf(mode).SlotStarts;

    public TravelMatrix Compute(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var snapped = Snap(points, mode);
        return Compute(snapped, snapped, mode, cancellationToken).ToSquare();
    }

    /// <summary>One matrix for each slot of the mode's day, at that slot's speeds and with the rules in force during most of it.</summary>
    public DayTravel ComputeDay(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var snapped = Snap(points, mode);
        var profile = network.ProfileOf(mode);
        return new DayTravel(
            profile.SlotStarts,
            [.. Enumerable.Range(0, profile.SlotCount).Select(slot =>
                Compute(snapped, snapped, network.For(mode).At(slot), SourceLabel(mode, profile.SlotStarts[slot]), cancellationToken).ToSquare())]);
    }

    /// <summary>The same matrix with one point's row and column computed anew, for a point that moved or roads that changed near it.</summary>
    public TravelMatrix Refresh(TravelMatrix matrix, IReadOnlyList<GeoPoint> points, int point, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var size = matrix.Size;
        if (points.Count != size || (uint)point >= (uint)size)
            throw new ArgumentException($"The matrix is over {size} points; got {points.Count} points and number {point}.", nameof(points));
        var snapped = Snap(points, mode);
        IReadOnlyList<SnappedPoint?> one = [snapped[point]];
        var row = Compute(one, snapped, mode, cancellationToken);
        var column = Compute(snapped, one, mode, cancellationToken);
        int[] seconds = [.. matrix.Seconds];
        int[] meters = [.. matrix.Meters];
        row.Seconds.CopyTo(seconds.AsSpan(point * size));
        row.Meters.CopyTo(meters.AsSpan(point * size));
        for (var i = 0; i < size; i++)
        {
            seconds[(i * size) + point] = column.Seconds[i];
            meters[(i * size) + point] = column.Meters[i];
        }

        seconds[(point * size) + point] = meters[(point * size) + point] = 0;
        return new TravelMatrix(size, seconds, meters, matrix.Source);
    }

    public RectangularMatrix Compute(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken = default) =>
        Compute(Snap(sources, mode), Snap(targets, mode), mode, cancellationToken);

    /// <summary>Like the other overload, for points that were snapped before with the same mode; null entries are unreachable.</summary>
    public RectangularMatrix Compute(
        IReadOnlyList<SnappedPoint?> sources, IReadOnlyList<SnappedPoint?> targets, TravelMode mode, CancellationToken cancellationToken = default) =>
        Compute(sources, targets, network.HierarchyFor(mode), SourceLabel(mode), cancellationToken);

    /// <summary>The same in one slot of the mode's day.</summary>
    public RectangularMatrix Compute(
        IReadOnlyList<SnappedPoint?> sources, IReadOnlyList<SnappedPoint?> targets, TravelMode mode, int slot, CancellationToken cancellationToken = default) =>
        Compute(sources, targets, network.For(mode).At(slot), SourceLabel(mode, network.ProfileOf(mode).SlotStarts[slot]), cancellationToken);

    /// <summary>Each point on the main network of the mode, or null; equal points give equal results.</summary>
    public IReadOnlyList<SnappedPoint?> Snap(IReadOnlyList<GeoPoint> points, TravelMode mode) =>
        [.. points.Select(point => network.Snap(point, mode, MaxSnapMeters))];

    private RectangularMatrix Compute(
        IReadOnlyList<SnappedPoint?> sources, IReadOnlyList<SnappedPoint?> targets, RoadHierarchy hierarchy, string label, CancellationToken cancellationToken)
    {
        var cells = checked(sources.Count * targets.Count);
        var graph = hierarchy.Graph;
        RoadPosition[] from = [.. sources.Select(point => RoadPosition.Of(network.Tables, graph, point))];
        var to = new TargetPlaces([.. targets.Select(point => RoadPosition.OfStop(network.Tables, graph, point, approach))], hierarchy);
        var seconds = new int[cells];
        var meters = new int[cells];
        var batches = (from.Length + TargetSweep.Lanes - 1) / TargetSweep.Lanes;
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        if (threads == 1)
        {
            var worker = new MatrixWorker(hierarchy, to);
            for (var batch = 0; batch < batches; batch++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                Fill(worker, batch);
            }
        }
        else
        {
            Parallel.For(0, batches, options, () => new MatrixWorker(hierarchy, to), (batch, _, worker) => Fill(worker, batch), _ => { });
        }

        // A place is at no distance from itself, even where no road is near; two entries for one place are told apart by index.
        if (ReferenceEquals(sources, targets))
        {
            for (var i = 0; i < from.Length; i++)
                seconds[(i * from.Length) + i] = meters[(i * from.Length) + i] = 0;
        }

        return new RectangularMatrix(from.Length, to.Count, seconds, meters, label);

        MatrixWorker Fill(MatrixWorker worker, int batch)
        {
            var first = batch * TargetSweep.Lanes;
            var rows = from.AsSpan(first, Math.Min(TargetSweep.Lanes, from.Length - first));
            worker.Fill(rows, seconds.AsSpan(first * to.Count, rows.Length * to.Count), meters.AsSpan(first * to.Count, rows.Length * to.Count));
            return worker;
        }
    }
}
