using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Search;
using Territory.Roads.Snapping;

namespace Territory.Roads.Matrices;

/// <summary>Computes travel matrices by shortest paths on a network: points are put on the main network, then one search runs from each source.</summary>
/// <remarks>The result depends on network, points and mode alone, not on the number of threads. A point with no road within the limit is unreachable.</remarks>
public sealed class TravelMatrixBuilder
{
    private readonly RoadNetwork network;
    private readonly int threads;

    /// <param name="threads">How many sources are searched at once; 1 keeps to the calling thread.</param>
    /// <param name="maxSnapMeters">How far from a road a point may lie.</param>
    public TravelMatrixBuilder(RoadNetwork network, int threads = 1, double maxSnapMeters = RoadNetwork.DefaultSnapMeters)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentOutOfRangeException.ThrowIfLessThan(threads, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(maxSnapMeters);
        this.network = network;
        this.threads = threads;
        MaxSnapMeters = maxSnapMeters;
    }

    public double MaxSnapMeters { get; }

    public static string SourceLabel(TravelMode mode) => $"roads {mode.ToString().ToLowerInvariant()}";

    public TravelMatrix Compute(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var snapped = Snap(points, mode);
        return Compute(snapped, snapped, mode, cancellationToken).ToSquare();
    }

    public RectangularMatrix Compute(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken = default) =>
        Compute(Snap(sources, mode), Snap(targets, mode), mode, cancellationToken);

    /// <summary>Like the other overload, for points that were snapped before with the same mode; null entries are unreachable.</summary>
    public RectangularMatrix Compute(
        IReadOnlyList<SnappedPoint?> sources, IReadOnlyList<SnappedPoint?> targets, TravelMode mode, CancellationToken cancellationToken = default)
    {
        var cells = checked(sources.Count * targets.Count);
        var graph = network.GraphFor(mode);
        var from = Positions(sources, graph);
        var to = ReferenceEquals(sources, targets) ? from : Positions(targets, graph);
        var (wanted, wantedCount) = WantedNodes(to, graph);
        var seconds = new int[cells];
        var meters = new int[cells];
        var options = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellationToken };
        if (threads == 1)
        {
            var search = new ShortestPathSearch(graph);
            for (var row = 0; row < from.Length; row++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                FillRow(search, row);
            }
        }
        else
        {
            Parallel.For(0, from.Length, options, () => new ShortestPathSearch(graph), (row, _, search) => FillRow(search, row), _ => { });
        }

        return new RectangularMatrix(from.Length, to.Length, seconds, meters, SourceLabel(mode));

        ShortestPathSearch FillRow(ShortestPathSearch search, int row)
        {
            search.Run(from[row], wanted, wantedCount);
            var offset = row * to.Length;
            for (var column = 0; column < to.Length; column++)
            {
                var cost = ReferenceEquals(from, to) && row == column ? default : search.CostTo(from[row], to[column]);
                seconds[offset + column] = cost.IsReached ? cost.Seconds : TravelMatrix.Unreachable;
                meters[offset + column] = cost.IsReached ? cost.Meters : TravelMatrix.Unreachable;
            }

            return search;
        }
    }

    /// <summary>Each point on the main network of the mode, or null; equal points give equal results.</summary>
    public IReadOnlyList<SnappedPoint?> Snap(IReadOnlyList<GeoPoint> points, TravelMode mode) =>
        [.. points.Select(point => network.Snap(point, mode, MaxSnapMeters))];

    private NetworkPosition[] Positions(IReadOnlyList<SnappedPoint?> points, ModeGraph graph) =>
        [.. points.Select(point => NetworkPosition.Of(network.Tables, graph, point))];

    private static (bool[] Wanted, int Count) WantedNodes(NetworkPosition[] targets, ModeGraph graph)
    {
        var wanted = new bool[graph.NodeCount];
        var count = 0;
        foreach (var target in targets)
        {
            if (target.ArriveFromStart.IsReached && target.IsOnRoad)
                Want(target.StartNode);
            if (target.ArriveFromEnd.IsReached && target.IsOnRoad)
                Want(target.EndNode);
        }

        return (wanted, count);

        void Want(int node)
        {
            count += wanted[node] ? 0 : 1;
            wanted[node] = true;
        }
    }
}
