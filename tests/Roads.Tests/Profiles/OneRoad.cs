using Territory.Model.Geography;
using Territory.Roads.Network;

namespace Territory.Roads.Tests.Profiles;

/// <summary>A network of one straight segment of 1,111.95 m: a hundredth of a degree of the equator on the mean sphere.</summary>
internal static class OneRoad
{
    public const double Centimeters = 111_195;

    public static RoadNetwork Of(RoadClass roadClass, Func<RoadWay, RoadWay>? change = null, Action<RoadNetworkBuilder>? also = null)
    {
        var builder = new RoadNetworkBuilder();
        int[] nodes = [builder.AddNode(new GeoPoint(0, 0)), builder.AddNode(new GeoPoint(0.005, 0)), builder.AddNode(new GeoPoint(0.01, 0))];
        var way = new RoadWay { Nodes = nodes, Class = roadClass, Access = TravelModes.All };
        builder.AddWay(change?.Invoke(way) ?? way);
        also?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>Milliseconds along the segment at a speed, by hand: centimetres times 36 over km/h.</summary>
    public static int MillisecondsAt(double speedKmh) => (int)Math.Round(Centimeters * 36 / speedKmh);
}
