using System.IO.Compression;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Microsoft.Net.Http.Headers;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;
using Territory.Model.Geography;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tiles;

/// <summary>What a map must know before it asks for tiles.</summary>
public sealed record MapInfo(int MinZoom, int MaxZoom, GeoBounds Bounds, string Attribution);

/// <summary>The base map as vector tiles.</summary>
internal static class TileEndpoints
{
    private const string ContentType = "application/vnd.mapbox-vector-tile";

    public static void MapTiles(IEndpointRouteBuilder routes) =>
        routes.MapGet("/tiles/{region}/{z:int}/{x:int}/{y:int}.mvt", TileAsync).AddEndpointFilter<RegionFilter>().RequireAuthorization(Policies.ReadTerritory);

    public static void Map(RouteGroupBuilder region) => region.MapGet("/map", InfoAsync).RequireAuthorization(Policies.ReadTerritory);

    private static async Task<Results<Ok<MapInfo>, NotFound<Refusal>>> InfoAsync(InRegion inRegion, RegionQueries regions, CancellationToken cancellationToken) =>
        await regions.FindRegionAsync(inRegion.Region, cancellationToken) is { } region
            ? TypedResults.Ok(new MapInfo(MapZoom.Min, MapZoom.Max, region.Bounds, region.MapAttribution))
            : Refusal.Unknown("region.unknown");

    private static async Task<Results<FileContentHttpResult, NoContent, StatusCodeHttpResult, NotFound<Refusal>>> TileAsync(
        int z, int x, int y, InRegion inRegion, HttpContext context, TileStore tiles, CancellationToken cancellationToken)
    {
        var address = new TileAddress(z, x, y);
        if (!address.IsValid || z is < MapZoom.Min or > MapZoom.Max)
            return Refusal.Unknown("tile.unknown");
        if (await tiles.FindAsync(inRegion.Region, address, cancellationToken) is not { } tile)
            return Refusal.Unknown("map.unknown");
        var headers = context.Response.Headers;
        headers.CacheControl = "private, max-age=3600";
        headers.Vary = HeaderNames.AcceptEncoding;
        if (tile.IsEmpty)
            return TypedResults.NoContent();
        if (!context.Request.Headers.AcceptEncoding.ToString().Contains("gzip", StringComparison.OrdinalIgnoreCase))
            return TypedResults.Bytes(Expand(tile.Compressed), ContentType, entityTag: EntityTagHeaderValue.Parse(tile.Tag));
        headers.ContentEncoding = "gzip";
        return TypedResults.Bytes(tile.Compressed, ContentType, entityTag: EntityTagHeaderValue.Parse(tile.Tag));
    }

    private static byte[] Expand(byte[] compressed)
    {
        using var gzip = new GZipStream(new MemoryStream(compressed), CompressionMode.Decompress);
        using var plain = new MemoryStream();
        gzip.CopyTo(plain);
        return plain.ToArray();
    }
}
