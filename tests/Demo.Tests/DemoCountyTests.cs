using System.Text.Json;
using NetTopologySuite.Operation.Union;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Model.Travel;

namespace Territory.Demo.Tests;

public sealed class DemoCountyTests
{
    private static readonly GeneratedRegion Demo = DemoCounty.Generate();

    [Fact]
    public void SameSeed_GivesTheSameCountyToTheLastByte()
    {
        var again = DemoCounty.Generate();
        JsonSerializer.Serialize(again.Terminals).ShouldBe(JsonSerializer.Serialize(Demo.Terminals));
        JsonSerializer.Serialize(again.Reps.Select(rep => rep with { Area = null })).ShouldBe(JsonSerializer.Serialize(Demo.Reps.Select(rep => rep with { Area = null })));
        again.Roads.RoadGeometries().SelectMany(road => road.Polyline).ShouldBe(Demo.Roads.RoadGeometries().SelectMany(road => road.Polyline));
    }

    [Fact]
    public void AnotherSeed_GivesAnotherCounty() =>
        DemoCounty.Generate(seed: 1).Terminals.Select(terminal => terminal.Location).ShouldNotBe(Demo.Terminals.Select(terminal => terminal.Location));

    // Expected figures: the county that was asked for.
    [Fact]
    public void County_HasTheShopsPeopleAndGoodsAskedFor()
    {
        Demo.Terminals.Count.ShouldBe(2_000);
        Demo.Distributors.Count.ShouldBe(3);
        Demo.Reps.Count.ShouldBe(12);
        Demo.Products.Count.ShouldBe(30);
        Demo.Terminals.Count(terminal => terminal.Class == TerminalClass.A).ShouldBe(200);
        Demo.Terminals.Count(terminal => terminal.Class == TerminalClass.B).ShouldBe(600);
        Demo.Terminals.Sum(Visits).ShouldBe(3_200);
        Demo.Terminals.Select(terminal => terminal.Id).Distinct().Count().ShouldBe(2_000);
    }

    [Fact]
    public void Volumes_AreSkewed()
    {
        var volumes = Demo.Terminals.Select(terminal => terminal.CategoryVolumePerMonth.Count).OrderDescending().ToList();
        // A lognormal with spread 0.85 and mixed medians puts clearly more than a third of the volume on the first tenth.
        (volumes.Take(200).Sum() / (double)volumes.Sum()).ShouldBeGreaterThan(0.35);
    }

    [Fact]
    public void Roads_AreOneNetwork_AndEveryOutletAndDepotIsOnIt()
    {
        Enumerable.Range(0, Demo.Roads.SegmentCount).ShouldAllBe(segment => Demo.Roads.IsMain(segment, TravelMode.Van));
        foreach (var terminal in Demo.Terminals)
            Demo.Roads.Snap(terminal.Location, TravelMode.Van, 120).ShouldNotBeNull(terminal.Id.Value);
        foreach (var distributor in Demo.Distributors)
            Demo.Roads.Snap(distributor.Depot, TravelMode.Van, 10).ShouldNotBeNull(distributor.Id.Value);
    }

    [Fact]
    public void River_IsCrossedAtBridgesOnly()
    {
        var river = Demo.Roads.MapFeatures.Single(feature => feature.Name == "云溪河");
        var water = new NetTopologySuite.Geometries.GeometryFactory().CreatePolygon(
            [.. river.Parts[0].Select(point => new NetTopologySuite.Geometries.Coordinate(point.Longitude, point.Latitude))]);
        var crossing = Demo.Roads.RoadGeometries().Where(road => water.Intersects(new NetTopologySuite.Geometries.GeometryFactory().CreateLineString(
            [.. road.Polyline.Select(point => new NetTopologySuite.Geometries.Coordinate(point.Longitude, point.Latitude))]))).ToList();
        crossing.ShouldAllBe(road => road.IsBridge);
        crossing.Count.ShouldBe(4);
    }

    [Fact]
    public void RepAreas_HaveNoGapNoOverlapAndEqualWork()
    {
        var areas = Demo.Reps.Select(rep => rep.Area!).ToList();
        var union = UnaryUnionOp.Union(areas);
        union.Area.ShouldBe(areas.Sum(area => area.Area), 1e-6);
        union.Area.ShouldBe(union.Envelope.Area, 1e-6);
        var work = Demo.Terminals.GroupBy(terminal => terminal.Rep).Select(group => group.Sum(Visits)).ToList();
        // 3,200 visits over 12 reps; one outlet is worth at most four visits, and there are three levels of cuts.
        work.ShouldAllBe(visits => Math.Abs(visits - (3_200 / 12.0)) <= 12);
    }

    [Fact]
    public void Prices_RiseAlongTheChannel() => Demo.Products.ShouldAllBe(product => product.Prices.Rises);

    private static int Visits(TerminalFile terminal) => ClassPolicy.Standard.Single(policy => policy.Class == terminal.Class).VisitsPerCycle;
}
