using System.Collections.Concurrent;
using Territory.Journal;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Routes;

namespace Territory.Grains.Roads;

/// <summary>The road networks of the regions in use, read from the data directory when first asked for, with their matrices.</summary>
/// <remarks>
/// Matrices are kept per region and mode for all its outlets, depots and reps' starts, up to <see cref="MatrixCache.DefaultMaxPoints"/> places
/// (128 MB a mode, and as much for each slot of its day that plans ask for); larger regions compute what each request asks for.
/// </remarks>
/// <param name="regionsDirectory">Holds a folder per region with its "region.roads".</param>
/// <param name="withoutRoads">Figures for regions without a network, labelled as what they are; null: such regions cannot be planned.</param>
public sealed class RegionRoads(IJournal journal, string regionsDirectory, IMatrixProvider? withoutRoads) : IDisposable
{
    public const string FileName = "region.roads";

    private readonly ConcurrentDictionary<RegionId, Lazy<Task<Loaded>>> regions = new();

    /// <summary>Travel times and distances, or null where the region has no roads and nothing stands in for them.</summary>
    public async Task<TravelMatrix?> FindMatrixAsync(
        RegionId region, IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(region);
        if (loaded.Matrices is null)
            return withoutRoads is null ? null : await withoutRoads.ComputeAsync(points, mode, cancellationToken);
        await loaded.RememberAsync(journal, region, mode, cancellationToken);
        return await loaded.Matrices.ComputeAsync(points, mode, cancellationToken);
    }

    /// <summary>Travel times in each slot of the day, or null where the region's roads take as long at any hour.</summary>
    public async Task<DayTravel?> FindDayAsync(RegionId region, IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken)
    {
        var loaded = await LoadAsync(region);
        if (loaded.Matrices is null || loaded.Network!.ProfileOf(mode).SlotCount == 1)
            return null;
        await loaded.RememberAsync(journal, region, mode, cancellationToken);
        return await loaded.Matrices.ComputeDayAsync(points, mode, cancellationToken);
    }

    /// <summary>Finds ways on the region's roads; null where it has none.</summary>
    public async Task<RouteFinder?> FindRoutesAsync(RegionId region) => (await LoadAsync(region)).Routes;

    /// <summary>The network itself, for the map; null where the region has none. The same object until it is replaced.</summary>
    public async Task<RoadNetwork?> FindNetworkAsync(RegionId region) => (await LoadAsync(region)).Network;

    /// <summary>Whether speeds learned from tracks stand beside the region's network.</summary>
    public bool HasLearnedSpeeds(RegionId region) => File.Exists(Path.Combine(regionsDirectory, region.Value, NetworkFolder.SpeedsFile));

    /// <summary>The network was replaced; the next request reads it again.</summary>
    public void Forget(RegionId region)
    {
        if (regions.TryRemove(region, out var removed) && removed.IsValueCreated && removed.Value is { IsCompletedSuccessfully: true } loaded)
            _ = DisposeAsync(loaded);
    }

    public void Dispose()
    {
        foreach (var region in regions.Keys)
            Forget(region);
    }

    private static async Task DisposeAsync(Task<Loaded> loaded) => (await loaded).Matrices?.Dispose();

    private Task<Loaded> LoadAsync(RegionId region) =>
        regions.GetOrAdd(region, id => new Lazy<Task<Loaded>>(() => Task.Run(() => Read(id)))).Value;

    private Loaded Read(RegionId region)
    {
        var path = Path.Combine(regionsDirectory, region.Value, FileName);
        return new Loaded(File.Exists(path) ? NetworkFolder.Load(path) : null);
    }

    private sealed class Loaded(RoadNetwork? network)
    {
        private readonly ConcurrentDictionary<TravelMode, bool> remembered = new();

        public RoadNetwork? Network => network;

        public MatrixCache? Matrices { get; } = network is null ? null : new MatrixCache(network);

        public RouteFinder? Routes { get; } = network is null ? null : new RouteFinder(network);

        /// <summary>Tells the cache every place of the region once, so that a row computed for one request serves all.</summary>
        public async Task RememberAsync(IJournal journal, RegionId region, TravelMode mode, CancellationToken cancellationToken)
        {
            if (!remembered.TryAdd(mode, true))
                return;
            var places = await PlacesAsync(journal, region, cancellationToken);
            if (places.Count <= MatrixCache.DefaultMaxPoints)
                await Matrices!.RememberAsync(places, mode, cancellationToken);
        }

        private static async Task<List<GeoPoint>> PlacesAsync(IJournal journal, RegionId region, CancellationToken cancellationToken)
        {
            var places = new List<GeoPoint>();
            using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
            using var rows = snapshot.Query(
                """
                SELECT lon, lat FROM distributors WHERE region = ?1
                UNION ALL SELECT lon, lat FROM reps WHERE region = ?1
                UNION ALL SELECT lon, lat FROM terminals WHERE region = ?1
                """,
                region.Value);
            while (rows.Read())
                places.Add(new GeoPoint(rows.GetDouble(0), rows.GetDouble(1)));
            return places;
        }
    }
}
