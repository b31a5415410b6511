using System.Text;
using System.Text.Json;
using Territory.Dashboard.Exports;
using Territory.Dashboard.Exports.Sheets;
using Territory.Dashboard.Tests.Fixtures;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Products;
using Territory.Model.Quantities;
using Territory.Model.Reps;
using Territory.Model.Terminals;
using Territory.Model.Vehicles;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Tests.Exports;

/// <summary>The files of a plan, read back as another program would. Places, ids and times are those of <see cref="Sample"/>.</summary>
public sealed class PlanFilesTests : IDisposable
{
    private static readonly GeoPoint[] Road = [new(115.4, 31.8), new(115.41234567, 31.8), new(115.4, 31.8)];

    private readonly string _folder = Directory.CreateTempSubdirectory("territory-exports-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void GeoJson_OfADeliveryPlan_IsALineATripAndAPointAStopInOrder()
    {
        var features = Features(Deliveries());

        // RFC 7946: longitude before latitude.
        features.Select(Geometry).ShouldBe(
            ["LineString [[115.4,31.8],[115.412346,31.8],[115.4,31.8]]", "Point [115.41,31.8]", "Point [115.42,31.8]"]);
        features.Select(feature => Properties(feature).GetProperty("trip").GetInt32()).ShouldAllBe(trip => trip == 1);
        features.Select(feature => Properties(feature).GetProperty("plate").GetString()).ShouldAllBe(plate => plate == Sample.EastVehicle);
        Properties(features[0]).GetProperty("meters").GetInt64().ShouldBe(1000);
        features.Skip(1).Select(feature => $"{Properties(feature).GetProperty("sequence")} {Properties(feature).GetProperty("terminal")} {Properties(feature).GetProperty("name")}")
            .ShouldBe([$"1 {Sample.Terminal(1)} 老王小店1", $"2 {Sample.Terminal(2)} 老王小店2"]);
    }

    [Fact]
    public void GeoJson_OfAVisitList_IsAPointACallInOrder()
    {
        var features = Features(Visits());

        features.Select(Geometry).ShouldBe(["Point [115.43,31.8]", "Point [115.41,31.8]"]);
        features.Select(feature => $"{Properties(feature).GetProperty("sequence")} {Properties(feature).GetProperty("terminal")}")
            .ShouldBe([$"1 {Sample.Terminal(3)}", $"2 {Sample.Terminal(1)}"]);
    }

    // RFC 8259, 8.1: no byte order mark before JSON. Excel takes a CSV for UTF-8 only behind one.
    [Fact]
    public void Files_OfEitherPlan_HaveAByteOrderMarkBeforeTheCsvAlone()
    {
        string[] files = [.. Deliveries(), .. Visits()];

        files.Select(Path.GetExtension).ShouldBe(
            [".json", ".geojson", ".csv", ".xlsx", ".gpx", ".ics", ".json", ".html", ".html", ".html", ".json", ".geojson", ".csv", ".html"]);
        foreach (var file in files)
            File.ReadAllBytes(file).AsSpan().StartsWith(Encoding.UTF8.Preamble).ShouldBe(Path.GetExtension(file) == ".csv", file);
    }

    /// <summary>A sheet made on straight lines warns in both languages and says what they stand in for; one made on roads does not.</summary>
    [Theory]
    [InlineData("straight-line x 1.35 at 35 km/h (osrm driving at host: no answer)", true)]
    [InlineData("roads van", false)]
    [InlineData("osrm driving at straight-line.example", false)]
    public void Sheets_OfEitherPlan_WarnOfStraightLines(string travelTimes, bool warns)
    {
        foreach (var file in (string[])[.. Deliveries(travelTimes), .. Visits(travelTimes)])
        {
            if (Path.GetExtension(file) != ".html" || file.EndsWith("-load.html", StringComparison.Ordinal) || file.EndsWith("-pick.html", StringComparison.Ordinal))
                continue;
            var html = File.ReadAllText(file, Encoding.UTF8);
            html.Contains("行驶时间按直线距离估算", StringComparison.Ordinal).ShouldBe(warns, file);
            html.Contains("Travel times are estimated from straight lines", StringComparison.Ordinal).ShouldBe(warns, file);
            html.ShouldContain(travelTimes);
        }
    }

    [Fact]
    public void NewerVersion_WrittenBesideTheEarlierOnes_CancelsWhatTheLastOfThemHeld()
    {
        var first = DeliverySample.Of([3]);
        var route = first.Plan.Routes[0];
        PlannedDeliveries Version(int version, int stops) =>
            first with { Plan = first.Plan with { Version = version, Routes = [route with { Trips = [route.Trips[0] with { Stops = [.. route.Trips[0].Stops.Take(stops)] }] }] } };

        Write(Version(1, 1)).ShouldNotContain(file => file.EndsWith("-cancelled.ics", StringComparison.Ordinal));
        Write(Version(9, 3));
        Write(Version(10, 2)).ShouldContain(file => file.EndsWith("deliveries-D1-2030-03-12-v10-cancelled.ics", StringComparison.Ordinal));

        var cancelled = File.ReadAllText(Path.Combine(_folder, "deliveries-D1-2030-03-12-v10-cancelled.ics"));
        cancelled.ShouldContain("METHOD:CANCEL");
        cancelled.ShouldContain("HY-0003@territory");
        cancelled.ShouldNotContain("HY-0002@territory");
        // Nothing is gone after that, and a file of another kind is no version.
        File.WriteAllText(Path.Combine(_folder, "deliveries-D1-2030-03-12-v10x.json"), "no plan");
        Write(Version(11, 2)).ShouldNotContain(file => file.EndsWith("-cancelled.ics", StringComparison.Ordinal));

        IReadOnlyList<string> Write(PlannedDeliveries day) => DeliveryPlanFiles.Write(
            day, DeliveryPlanFiles.FindEarlier(day.Plan, _folder) is { } plan ? day with { Plan = plan } : null, (_, _) => Road,
            new DeliveryFileOptions(Sample.Start, new SheetOptions()), _folder);
    }

    private IReadOnlyList<string> Deliveries(string travelTimes = "roads van")
    {
        var plan = Sample.NewDeliveryPlan(Sample.East, Sample.Today, 1, (Sample.EastVehicle, [1, 2]));
        plan = plan with { Provenance = plan.Provenance with { TravelTimes = travelTimes } };
        var day = new PlannedDeliveries(
            plan, Sample.NewRegion(Sample.Region), Sample.NewDistributor(Sample.East),
            new Dictionary<VehicleId, VehicleFile> { [new VehicleId(Sample.EastVehicle)] = Sample.NewVehicle(Sample.EastVehicle, Sample.East) },
            new Dictionary<RepId, RepFile>(), Terminals(), new Dictionary<ProductId, Product>(), new Dictionary<OrderId, PlannedOrder>(), new Dictionary<TerminalId, Money>());
        return DeliveryPlanFiles.Write(day, earlier: null, (_, _) => Road, new DeliveryFileOptions(Sample.Start, new SheetOptions()), _folder);
    }

    private IReadOnlyList<string> Visits(string travelTimes = "roads motorbike")
    {
        var plan = Sample.NewVisitPlan(Sample.EastRep, Sample.Today, 1, 3, 1);
        return VisitPlanFiles.Write(
            plan with { Provenance = plan.Provenance with { TravelTimes = travelTimes } }, Sample.NewRegion(Sample.Region), Sample.NewRep(Sample.EastRep, Sample.East), Terminals(), _folder);
    }

    private static Dictionary<TerminalId, TerminalFile> Terminals() =>
        Enumerable.Range(1, 8).Select(Sample.NewTerminal).ToDictionary(terminal => terminal.Id);

    private static List<JsonElement> Features(IReadOnlyList<string> files)
    {
        var collection = JsonSerializer.Deserialize<JsonElement>(File.ReadAllText(files.Single(file => file.EndsWith(".geojson", StringComparison.Ordinal)), Encoding.UTF8));
        collection.GetProperty("type").GetString().ShouldBe("FeatureCollection");
        var features = collection.GetProperty("features").EnumerateArray().ToList();
        features.ShouldAllBe(feature => feature.GetProperty("type").GetString() == "Feature");
        return features;
    }

    private static string Geometry(JsonElement feature) =>
        $"{feature.GetProperty("geometry").GetProperty("type").GetString()} {feature.GetProperty("geometry").GetProperty("coordinates").GetRawText()}";

    private static JsonElement Properties(JsonElement feature) => feature.GetProperty("properties");
}
