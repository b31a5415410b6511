using System.Net;
using Territory.Dashboard.People;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Dashboard.Tiles;

namespace Territory.Dashboard.Tests.Tiles;

public sealed class TileTests
{
    private const double Longitude = 115.405;
    private const double Latitude = 31.805;

    private static readonly RegionMap Map = new(SampleRoads.Build());

    [Fact]
    public void Draw_AtStreetZoom_HoldsEveryLayerWithItsProperties()
    {
        var layers = TileDecoder.Decode(Map.Draw(TileAt(Longitude, Latitude, 13)));

        layers.Keys.ShouldBe(["green", "water", "roads", "places"], ignoreOrder: true);
        foreach (var layer in layers.Values)
        {
            layer.Version.ShouldBe(2);
            layer.Extent.ShouldBe(4096);
        }

        layers["roads"].Features.Select(road => (road.Properties["class"], road.Properties["name"], road.Properties.ContainsKey("bridge")))
            .ShouldBe([("primary", "人民路", false), ("primary", "人民路", true), ("residential", "学府路", false)], ignoreOrder: true);
        var place = layers["places"].Features.Single().Properties;
        (place["name"], place["nameEn"], place["rank"]).ShouldBe(("县城", "County seat", 3L));
        layers["water"].Features.Select(water => water.Properties["kind"]).ShouldBe(["area", "line"], ignoreOrder: true);
    }

    [Fact]
    public void Draw_OfAPlace_PutsItWhereTheMercatorFormulaSays()
    {
        var tile = TileAt(Longitude, Latitude, 13);

        var (x, y) = TileDecoder.Decode(Map.Draw(tile))["places"].Features.Single().Paths.Single().Single();

        // EPSG:3857 by its textbook formula, with logarithm and secant rather than the encoder's inverse hyperbolic sine.
        var phi = Latitude * Math.PI / 180;
        var worldX = (Longitude + 180) / 360 * 8192;
        var worldY = (1 - (Math.Log(Math.Tan(phi) + (1 / Math.Cos(phi))) / Math.PI)) / 2 * 8192;
        x.ShouldBe((int)Math.Round((worldX - tile.X) * 4096));
        y.ShouldBe((int)Math.Round((worldY - tile.Y) * 4096));
    }

    [Fact]
    public void Draw_OfAnAreaWithAHole_TurnsTheRingsToOppositeSides()
    {
        var lake = TileDecoder.Decode(Map.Draw(TileAt(115.414, 31.814, 14)))["water"].Features.Single(feature => feature.Type == 3);

        lake.Paths.Count.ShouldBe(2);
        Area(lake.Paths[0]).ShouldBePositive("an outer ring has positive area with y downwards");
        Area(lake.Paths[1]).ShouldBeNegative("a hole has negative area");
        (-Area(lake.Paths[1]) / (double)Area(lake.Paths[0])).ShouldBe(1 / 16.0, 0.01);
    }

    [Fact]
    public void Draw_AtLowZoom_LeavesOutSmallStreetsAndNames()
    {
        var roads = TileDecoder.Decode(Map.Draw(TileAt(Longitude, Latitude, 10)))["roads"];

        roads.Features.Select(road => road.Properties["class"]).Distinct().ShouldBe(["primary"]);
        roads.Features.ShouldAllBe(road => !road.Properties.ContainsKey("name"));
    }

    [Fact]
    public void Draw_OfAStreetInPieces_JoinsItToOneLine()
    {
        var road = TileDecoder.Decode(Map.Draw(TileAt(115.395, 31.804, 13)))["roads"].Features
            .Single(road => road.Properties["name"].Equals("人民路") && !road.Properties.ContainsKey("bridge"));

        road.Paths.Count.ShouldBe(1);
    }

    [Fact]
    public void Draw_AnyTile_StaysWithinTheMargin()
    {
        for (var zoom = 6; zoom <= 16; zoom++)
        {
            foreach (var layer in TileDecoder.Decode(Map.Draw(TileAt(115.41, 31.81, zoom))).Values)
                layer.Features.SelectMany(feature => feature.Paths).SelectMany(path => path).ShouldAllBe(point => point.X >= -128 && point.X <= 4224 && point.Y >= -128 && point.Y <= 4224);
        }
    }

    [Fact]
    public void Draw_NeighbouringTiles_MeetAtTheSeam()
    {
        // A road that crosses from one tile to the next leaves the one and enters the other at the same height.
        var left = TileAt(115.39, 31.804, 14);
        var right = left with { X = left.X + 1 };
        var a = Crossing(left, 4096);
        var b = Crossing(right, 0);

        a.ShouldNotBeNull();
        b.ShouldNotBeNull();
        Math.Abs(a.Value - b.Value).ShouldBeLessThanOrEqualTo(1);
    }

    [Fact]
    public void Draw_FarAway_IsEmpty() => Map.Draw(TileAt(0, 0, 10)).ShouldBeEmpty();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(25)]
    public void Simplify_AnyLine_KeepsEveryPointWithinTheTolerance(int seed)
    {
        var random = new Random(seed);
        var line = Enumerable.Range(0, 400).Select(i => (X: i * 3.0, Y: random.NextDouble() * 20)).ToList();

        var simple = LineSimplification.Simplify([.. line], 6);

        simple.Count.ShouldBeLessThan(line.Count);
        simple[0].ShouldBe(line[0]);
        simple[^1].ShouldBe(line[^1]);
        // Brute force: the distance of each point to the nearest segment of the result.
        foreach (var point in line)
            Enumerable.Range(1, simple.Count - 1).Min(i => Distance(point, simple[i - 1], simple[i])).ShouldBeLessThanOrEqualTo(6 + 1e-9);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void ClipLine_AnyLine_KeepsExactlyWhatIsInside(int seed)
    {
        var random = new Random(seed);
        var line = Enumerable.Range(0, 40).Select(_ => (X: (random.NextDouble() * 9000) - 2500, Y: (random.NextDouble() * 9000) - 2500)).ToList();

        var inside = TileClipping.Line(line).Sum(part => part.Zip(part.Skip(1)).Sum(pair => Length(pair.First, pair.Second)));

        // Brute force: the length of many short steps whose middle lies in the box.
        var expected = 0.0;
        const int Steps = 4_000;
        foreach (var (from, to) in line.Zip(line.Skip(1)))
        {
            var length = Math.Sqrt(Math.Pow(to.X - from.X, 2) + Math.Pow(to.Y - from.Y, 2));
            for (var step = 0; step < Steps; step++)
            {
                var share = (step + 0.5) / Steps;
                var (x, y) = (from.X + (share * (to.X - from.X)), from.Y + (share * (to.Y - from.Y)));
                if (x is >= -128 and <= 4224 && y is >= -128 and <= 4224)
                    expected += length / Steps;
            }
        }

        inside.ShouldBe(expected, tolerance: 60, "rounding to whole units moves each of some forty ends by less than one");
    }

    [Fact]
    public async Task Tile_OverHttp_IsCompressedTaggedAndNotSentTwice()
    {
        await using var host = new DashboardHost { Roads = SampleRoads.Build() };
        await host.InitializeAsync();
        using var browser = await host.SignedInAsync(Role.Rep);
        var tile = TileAt(Longitude, Latitude, 13);
        var path = $"/tiles/{Sample.Region}/13/{tile.X}/{tile.Y}.mvt";

        using var plain = await browser.GetAsync(path);
        using var compressed = await browser.GetAsync(path, ("Accept-Encoding", "gzip"));
        using var again = await browser.GetAsync(path, ("If-None-Match", plain.Headers.ETag!.ToString()));
        using var nothing = await browser.GetAsync($"/tiles/{Sample.Region}/13/0/0.mvt");
        using var tooDeep = await browser.GetAsync($"/tiles/{Sample.Region}/17/0/0.mvt");

        plain.Content.Headers.ContentType!.MediaType.ShouldBe("application/vnd.mapbox-vector-tile");
        (await plain.Content.ReadAsByteArrayAsync()).ShouldBe(Map.Draw(tile));
        compressed.Content.Headers.ContentEncoding.ShouldBe(["gzip"]);
        again.StatusCode.ShouldBe(HttpStatusCode.NotModified);
        nothing.StatusCode.ShouldBe(HttpStatusCode.NoContent);
        tooDeep.StatusCode.ShouldBe(HttpStatusCode.NotFound);
    }

    private static TileAddress TileAt(double longitude, double latitude, int zoom)
    {
        var phi = latitude * Math.PI / 180;
        var side = 1 << zoom;
        return new TileAddress(zoom, (int)((longitude + 180) / 360 * side), (int)((1 - (Math.Log(Math.Tan(phi) + (1 / Math.Cos(phi))) / Math.PI)) / 2 * side));
    }

    private static long Area(List<(int X, int Y)> ring) =>
        ring.Zip(ring.Skip(1)).Sum(pair => ((long)pair.First.X * pair.Second.Y) - ((long)pair.Second.X * pair.First.Y)) / 2;

    private static double? Crossing(TileAddress tile, int x)
    {
        foreach (var (from, to) in TileDecoder.Decode(Map.Draw(tile))["roads"].Features.SelectMany(road => road.Paths).SelectMany(path => path.Zip(path.Skip(1))))
        {
            if (Math.Min(from.X, to.X) <= x && Math.Max(from.X, to.X) >= x && from.X != to.X)
                return from.Y + ((double)(x - from.X) / (to.X - from.X) * (to.Y - from.Y));
        }

        return null;
    }

    private static double Distance((double X, double Y) point, (double X, double Y) a, (double X, double Y) b)
    {
        var (dx, dy) = (b.X - a.X, b.Y - a.Y);
        var t = Math.Clamp((((point.X - a.X) * dx) + ((point.Y - a.Y) * dy)) / ((dx * dx) + (dy * dy)), 0, 1);
        return Math.Sqrt(Math.Pow(point.X - a.X - (t * dx), 2) + Math.Pow(point.Y - a.Y - (t * dy), 2));
    }

    private static double Length(TilePoint a, TilePoint b) => Math.Sqrt(Math.Pow(a.X - b.X, 2) + Math.Pow(a.Y - b.Y, 2));
}
