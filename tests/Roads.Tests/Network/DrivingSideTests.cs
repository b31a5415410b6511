using Territory.Model.Geography;
using Territory.Roads.Network;
using Territory.Roads.Osm;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Network;

public sealed class DrivingSideTests(MaltaExtract malta)
{
    [Theory]
    [InlineData(true, WayDirection.Forward, false)]
    [InlineData(false, WayDirection.Forward, true)]
    [InlineData(true, WayDirection.Backward, true)]
    [InlineData(true, WayDirection.Both, false)]
    [InlineData(false, WayDirection.Both, false)]
    public void Build_Roundabout_TellsTheSide(bool isDrawnAnticlockwise, WayDirection direction, bool drivesOnLeft)
    {
        var builder = new RoadNetworkBuilder();
        AddRing(builder, isDrawnAnticlockwise, direction, from: 0, to: 360);

        builder.Build().DrivesOnLeft.ShouldBe(drivesOnLeft);
    }

    /// <summary>Two clockwise arcs of one ring outvote a whole anticlockwise one; a near straight piece has no vote.</summary>
    [Fact]
    public void Build_RingsInPieces_VoteByTheirBend()
    {
        var builder = new RoadNetworkBuilder();
        AddRing(builder, isDrawnAnticlockwise: true, WayDirection.Forward, from: 0, to: 360);
        AddRing(builder, isDrawnAnticlockwise: false, WayDirection.Forward, from: 0, to: 180);
        builder.Build().DrivesOnLeft.ShouldBeFalse("a tie is right-hand traffic");
        AddRing(builder, isDrawnAnticlockwise: false, WayDirection.Forward, from: 180, to: 220);
        builder.Build().DrivesOnLeft.ShouldBeFalse("the piece bends by 20 degrees");

        AddRing(builder, isDrawnAnticlockwise: false, WayDirection.Forward, from: 180, to: 360);

        builder.Build().DrivesOnLeft.ShouldBeTrue();
        builder.DrivesOnLeft = false;
        builder.Build().DrivesOnLeft.ShouldBeFalse("who builds a network may know better");
    }

    [Fact]
    public void Import_Malta_DrivesOnLeft() => malta.Extract.Roads.DrivesOnLeft.ShouldBeTrue();

    [Theory]
    [InlineData("monaco.osm.pbf")]
    [InlineData("beijing-haidian.osm.pbf")]
    public void Import_MonacoAndBeijing_DriveOnRight(string file) => OsmImporter.Import(SharedData.Roads(file)).Roads.DrivesOnLeft.ShouldBeFalse();

    /// <summary>A ring of radius 0.001 degrees in steps of 20 degrees.</summary>
    private static void AddRing(RoadNetworkBuilder builder, bool isDrawnAnticlockwise, WayDirection direction, int from, int to)
    {
        var nodes = new List<int>();
        for (var degrees = from; degrees <= to - (to - from == 360 ? 20 : 0); degrees += 20)
        {
            var angle = double.DegreesToRadians(degrees);
            nodes.Add(builder.AddNode(new GeoPoint(0.001 * Math.Cos(angle), 50 + (0.001 * Math.Sin(angle)))));
        }

        if (to - from == 360)
            nodes.Add(nodes[0]);
        if (!isDrawnAnticlockwise)
            nodes.Reverse();
        builder.AddWay(new RoadWay { Nodes = nodes, Class = RoadClass.Primary, Direction = direction, IsRoundabout = true });
    }
}
