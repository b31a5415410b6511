using Territory.Model.Geography;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Tests.Fixtures;

namespace Territory.Roads.Tests.Profiles;

/// <summary>A custom profile on a network that was imported and saved before anyone knew of it.</summary>
public sealed class LowBridgeTests
{
    private static readonly TravelProfile Lorry = ProfileFile.Parse("""{ "base": "van", "name": "lorry", "vehicle": { "heightMeters": 3.3, "weightTonnes": 4.5 } }""", "lorry.json");

    /// <summary>From node 0 to node 1 it is one segment under a bridge of 2.8 m, or two of the same speed round it.</summary>
    [Fact]
    public void MillisecondsAlong_LorryOnASavedNetwork_GoesRoundTheLowBridge()
    {
        using var file = new TemporaryFile(".roads");
        Bridge().Save(file.Path);

        var tables = RoadNetwork.Load(file.Path).Tables;

        var direct = TravelProfile.Van.MillisecondsAlong(tables, 0, forward: true);
        Fastest(tables, TravelProfile.Van).ShouldBe(direct);
        Lorry.MillisecondsAlong(tables, 0, forward: true).ShouldBe(TravelProfile.NotAllowed);
        Lorry.MillisecondsAlong(tables, 0, forward: false).ShouldBe(TravelProfile.NotAllowed);
        Fastest(tables, Lorry).ShouldBe(Lorry.MillisecondsAlong(tables, 1, forward: true) + Lorry.MillisecondsAlong(tables, 2, forward: true));
        Fastest(tables, Lorry).ShouldBeGreaterThan(direct);
    }

    private static RoadNetwork Bridge()
    {
        var builder = new RoadNetworkBuilder();
        int[] nodes = [builder.AddNode(new GeoPoint(0, 0)), builder.AddNode(new GeoPoint(0.02, 0)), builder.AddNode(new GeoPoint(0.01, 0.01))];
        builder.AddWay(new RoadWay { Nodes = [nodes[0], nodes[1]], Class = RoadClass.Primary, Limits = new VehicleLimits(280, 0, 0, 0, 0) });
        builder.AddWay(new RoadWay { Nodes = [nodes[0], nodes[2]], Class = RoadClass.Primary });
        builder.AddWay(new RoadWay { Nodes = [nodes[2], nodes[1]], Class = RoadClass.Primary });
        return builder.Build();
    }

    /// <summary>Bellman-Ford from node 0 to node 1, independent of the engine's searches.</summary>
    private static long Fastest(RoadTables tables, TravelProfile profile)
    {
        long[] times = [.. Enumerable.Repeat(long.MaxValue / 2, tables.NodeCount)];
        times[0] = 0;
        for (var round = 0; round < tables.NodeCount; round++)
        {
            for (var segment = 0; segment < tables.SegmentCount; segment++)
            {
                Relax(tables.SegmentFrom[segment], tables.SegmentTo[segment], profile.MillisecondsAlong(tables, segment, forward: true));
                Relax(tables.SegmentTo[segment], tables.SegmentFrom[segment], profile.MillisecondsAlong(tables, segment, forward: false));
            }
        }

        return times[1];

        void Relax(int from, int to, int milliseconds)
        {
            if (milliseconds != TravelProfile.NotAllowed)
                times[to] = Math.Min(times[to], times[from] + milliseconds);
        }
    }
}
