using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Matrices;
using Territory.Roads.Network;

namespace Territory.Roads.Tests.Files;

/// <summary>A square of streets, 0.01 degrees a side, on whose southern side two places lie 444.8 m apart.</summary>
public sealed class NetworkFolderTests : IDisposable
{
    private static readonly GeoPoint[] Places = [new(0.003, 0), new(0.007, 0)];

    private readonly string folder = Directory.CreateTempSubdirectory("roads-").FullName;

    public NetworkFolderTests()
    {
        var builder = new RoadNetworkBuilder();
        int[] corners = [builder.AddNode(new GeoPoint(0, 0)), builder.AddNode(new GeoPoint(0.01, 0)), builder.AddNode(new GeoPoint(0.01, 0.01)), builder.AddNode(new GeoPoint(0, 0.01))];
        int[] middle = [builder.AddNode(new GeoPoint(0.004, 0)), builder.AddNode(new GeoPoint(0.006, 0))];
        foreach (var nodes in (int[][])[[corners[0], middle[0]], middle, [middle[1], corners[1]], [corners[1], corners[2]], [corners[2], corners[3]], [corners[3], corners[0]]])
            builder.AddWay(new RoadWay { Nodes = nodes, Class = RoadClass.Residential });
        foreach (var (node, i) in corners.Select((node, i) => (node, i)))
            builder.AddWay(new RoadWay { Nodes = [node, builder.AddNode(new GeoPoint(i is 1 or 2 ? 0.011 : -0.001, i < 2 ? -0.001 : 0.011))], Class = RoadClass.Residential });
        builder.Build().Save(RoadsFile);
    }

    private string RoadsFile => Path.Combine(folder, "region.roads");

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Load_NothingBesideTheNetwork_IsTheNetwork() => MetersByVan(NetworkFolder.Load(RoadsFile)).ShouldBeInRange(443, 447);

    [Fact]
    public void Load_ZoneOverTheDirectWay_LeadsVansRoundIt()
    {
        Put(NetworkFolder.ZonesFile, """
            { "type": "FeatureCollection", "features": [{ "type": "Feature", "properties": { "name": "market", "modes": ["van"] },
              "geometry": { "type": "Polygon", "coordinates": [[[0.0045, -0.0005], [0.0055, -0.0005], [0.0055, 0.0005], [0.0045, 0.0005], [0.0045, -0.0005]]] } }] }
            """);

        var roads = NetworkFolder.Load(RoadsFile);

        // Round the square: four sides of 1,111.9 m less the 444.8 m between the places.
        MetersByVan(roads).ShouldBeInRange(4000, 4006);
        new TravelMatrixBuilder(roads).Compute(Places, TravelMode.Car).DistanceBetween(0, 1).Meters.ShouldBeInRange(443, 447);
    }

    [Fact]
    public void Load_OwnProfileAndLearnedSpeeds_CountTogether()
    {
        var before = SecondsByVan(NetworkFolder.Load(RoadsFile));
        Put("van.json", """{ "name": "old van", "base": "van", "speeds": { "classes": { "residential": 11 } } }""");
        var slower = SecondsByVan(NetworkFolder.Load(RoadsFile));
        Put(NetworkFolder.SpeedsFile, """{ "slots": ["00:00"], "classes": { "residential": [0.5] } }""");

        // 444.8 m at 11 km/h, and at half of that.
        slower.ShouldBeInRange(145, 147);
        slower.ShouldBeGreaterThan(before);
        SecondsByVan(NetworkFolder.Load(RoadsFile)).ShouldBeInRange(290, 293);
    }

    [Fact]
    public void Load_SeveralFilesThatCannotBeUsed_AreAllNamed()
    {
        Put("van.json", """{ "name": "a car", "base": "car" }""");
        Put(NetworkFolder.ZonesFile, "{ }");
        Put(NetworkFolder.SpeedsFile, """{ "network": "00", "segments": [[0, 0.5, null]] }""");

        var problems = Should.Throw<InvalidInputException>(() => NetworkFolder.Load(RoadsFile)).Problems;

        problems.Select(problem => Path.GetFileName(problem.File)).Distinct().ShouldBe(["van.json", NetworkFolder.ZonesFile, NetworkFolder.SpeedsFile], ignoreOrder: true);
    }

    private static int MetersByVan(RoadNetwork roads) => new TravelMatrixBuilder(roads).Compute(Places, TravelMode.Van).DistanceBetween(0, 1).Meters;

    private static int SecondsByVan(RoadNetwork roads) => new TravelMatrixBuilder(roads).Compute(Places, TravelMode.Van).TimeBetween(0, 1).Seconds;

    private void Put(string name, string text) => File.WriteAllText(Path.Combine(folder, name), text);
}
