using System.Globalization;
using Territory.Model.Geography;

namespace Territory.Cli.Tests.Commands;

public sealed class RoadsCommandTests
{
    [Fact]
    public async Task Extract_BecomesANetworkAMatrixAndARoute()
    {
        var extract = SharedData.Require("roads/monaco.osm.pbf");
        using var scratch = new Scratch();
        var build = await CommandRun.OfAsync(scratch.Path, "roads", "build", extract, "--out", "monaco.roads", "--quiet");
        build.Exit.ShouldBe(0);
        build.Whole("turnRestrictions").ShouldBe(27);
        scratch.File("points.csv", "id,lon,lat\na,7.4206,43.7317\nb,7.4264,43.7405\n");
        var matrix = await CommandRun.OfAsync(scratch.Path, "roads", "matrix", "--roads", "monaco.roads", "--points", "points.csv", "--profile", "foot", "--out", "m.bin");
        matrix.Exit.ShouldBe(0);
        var bytes = await File.ReadAllBytesAsync(Path.Combine(scratch.Path, "m.bin"), TestContext.Current.CancellationToken);
        bytes.Length.ShouldBe(4 + (2 * 4 * 4));
        BitConverter.ToInt32(bytes, 0).ShouldBe(2);
        var route = await CommandRun.OfAsync(scratch.Path, "roads", "route", "--roads", "monaco.roads", "--from", "7.4206,43.7317", "--to", "7.4264,43.7405", "--profile", "foot");
        route.Exit.ShouldBe(0);
        scratch.File("many.txt", string.Concat(Enumerable.Repeat("7.42 43.73\n", 50_000)));
        var many = await CommandRun.OfAsync(scratch.Path, "roads", "matrix", "--roads", "monaco.roads", "--points", "many.txt", "--profile", "foot", "--out", "many.bin");
        many.Exit.ShouldBe(1);
        many.Errors.ShouldHaveSingleItem().ShouldContain("points.file.many");
        // The matrix and the route are two questions about the same path.
        ((double)route.Whole("seconds")).ShouldBe(BitConverter.ToSingle(bytes, 4 + 4), 1.0);
    }

    [Fact]
    public async Task Route_WithDirections_AddsTheTurnListAndChangesNothingElse()
    {
        var extract = SharedData.Require("roads/monaco.osm.pbf");
        using var scratch = new Scratch();
        (await CommandRun.OfAsync(scratch.Path, "roads", "build", extract, "--out", "monaco.roads", "--quiet")).Exit.ShouldBe(0);
        string[] route = ["roads", "route", "--roads", "monaco.roads", "--from", "7.4206,43.7317", "--to", "7.4264,43.7405"];
        var plain = await CommandRun.OfAsync(scratch.Path, route);
        var english = await CommandRun.OfAsync(scratch.Path, [.. route, "--directions", "en"]);
        var chinese = await CommandRun.OfAsync(scratch.Path, [.. route, "--directions", "zh"]);
        english.Exit.ShouldBe(0);
        chinese.Exit.ShouldBe(0);
        plain.Result.ContainsKey("directions").ShouldBeFalse();
        foreach (var run in new[] { english, chinese })
        {
            run.Whole("seconds").ShouldBe(plain.Whole("seconds"));
            var list = run.Result["directions"]!.AsArray();
            list.Sum(entry => entry!["meters"]!.GetValue<int>()).ShouldBe((int)plain.Whole("meters"));
            list.Sum(entry => entry!["seconds"]!.GetValue<int>()).ShouldBe((int)plain.Whole("seconds"));
        }

        english.Result["directions"]![0]!["text"]!.GetValue<string>().ShouldStartWith("Head ");
        chinese.Result["directions"]![0]!["text"]!.GetValue<string>().ShouldEndWith("出发");
        (await CommandRun.OfAsync(scratch.Path, [.. route, "--directions", "fr"])).Exit.ShouldBe(2);
        (await CommandRun.OfAsync(scratch.Path, [.. route, "--directions", "en", "--geojson"])).Exit.ShouldBe(2);
    }

    /// <summary>Asked in BD-09 the same route begins at the same place, whose BD-09 form is the place itself shifted.</summary>
    [Fact]
    public async Task Route_InAShiftedSystem_IsReadAndWrittenInIt()
    {
        using var scratch = new Scratch();
        await CommandRun.OfAsync(scratch.Path, "roads", "build", SharedData.Require("roads/beijing-haidian.osm.pbf"), "--out", "haidian.roads");
        GeoPoint[] ends = [new(116.3203361, 40.0073787), new(116.3223225, 40.0022556)];

        var plain = await CommandRun.OfAsync(scratch.Path, [.. Route(ends), "--directions", "zh"]);
        var shifted = await CommandRun.OfAsync(
            scratch.Path, [.. Route([.. ends.Select(end => ChineseDatum.FromWgs84(end, CoordinateSystem.Bd09))]), "--directions", "zh", "--coordinates", "bd09"]);

        plain.Exit.ShouldBe(0, string.Join('\n', plain.Errors));
        Math.Abs(shifted.Whole("meters") - plain.Whole("meters")).ShouldBeLessThanOrEqualTo(1);
        var start = ChineseDatum.FromWgs84(StartOf(plain), CoordinateSystem.Bd09);
        StartOf(shifted).MetersTo(start).ShouldBeLessThan(0.1);
        StartOf(shifted).MetersTo(StartOf(plain)).ShouldBeGreaterThan(500);

        static GeoPoint StartOf(CommandRun run) => new(run.Of("directions")[0]!["lon"]!.GetValue<double>(), run.Of("directions")[0]!["lat"]!.GetValue<double>());

        static string[] Route(GeoPoint[] ends) => ["roads", "route", "--roads", "haidian.roads", "--from", Text(ends[0]), "--to", Text(ends[1])];

        static string Text(GeoPoint place) => string.Create(CultureInfo.InvariantCulture, $"{place.Longitude:F9},{place.Latitude:F9}");
    }

    [Fact]
    public async Task RandomBytes_AreRefusedAndNothingIsWritten()
    {
        using var scratch = new Scratch();
        var run = await CommandRun.OfAsync(scratch.Path, "roads", "build", scratch.File("noise.osm.pbf", "this is no map"), "--out", "noise.roads");
        run.Exit.ShouldBe(1);
        Directory.GetFiles(scratch.Path).Select(Path.GetFileName).ShouldBe(["noise.osm.pbf"]);
    }
}
