using System.Collections.Concurrent;
using System.IO.Compression;
using System.Security.Cryptography;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;
using Territory.Roads.Network;

namespace Territory.Dashboard.Tiles;

/// <summary>A tile as it is sent: gzip, with its tag; no bytes when nothing lies in it.</summary>
internal sealed record StoredTile(byte[] Compressed, string Tag)
{
    public bool IsEmpty => Compressed.Length == 0;
}

/// <summary>The tiles of every region, drawn when first asked for and kept.</summary>
internal sealed class TileStore(DashboardSettings settings)
{
    /// <summary>The most tiles kept; a tile is some 20 kB.</summary>
    private const int MaxTiles = 2_000;

    private readonly ConcurrentDictionary<RegionId, (RoadNetwork Network, Lazy<RegionMap> Map)> _maps = new();
    private readonly ConcurrentDictionary<(RegionId Region, TileAddress Tile), (RoadNetwork Network, StoredTile Stored)> _tiles = new();

    /// <summary>The tile; null where the region has no map.</summary>
    public async ValueTask<StoredTile?> FindAsync(RegionId region, TileAddress tile, CancellationToken cancellationToken)
    {
        if (await settings.Roads(region, cancellationToken) is not { } network)
            return null;
        // A region that was imported again has another network, and with it another map.
        if (_tiles.TryGetValue((region, tile), out var kept) && ReferenceEquals(kept.Network, network))
            return kept.Stored;
        var map = _maps.AddOrUpdate(region, _ => MapOf(network), (_, known) => ReferenceEquals(known.Network, network) ? known : MapOf(network));
        var stored = await Task.Run(() => Store(map.Map.Value.Draw(tile)), cancellationToken);
        if (_tiles.Count >= MaxTiles)
            _tiles.Clear();
        _tiles[(region, tile)] = (network, stored);
        return stored;
    }

    private static (RoadNetwork, Lazy<RegionMap>) MapOf(RoadNetwork network) => (network, new Lazy<RegionMap>(() => new RegionMap(network)));

    private static StoredTile Store(byte[] tile)
    {
        if (tile.Length == 0)
            return new StoredTile([], "\"empty\"");
        using var buffer = new MemoryStream();
        using (var gzip = new GZipStream(buffer, CompressionLevel.Optimal))
            gzip.Write(tile);
        return new StoredTile(buffer.ToArray(), $"\"{Convert.ToHexString(SHA256.HashData(tile).AsSpan(0, 12))}\"");
    }
}
