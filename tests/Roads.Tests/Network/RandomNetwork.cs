using Territory.Model.Geography;
using Territory.Roads.Network;

namespace Territory.Roads.Tests.Network;

/// <summary>Small random networks with one-ways, bent roads, loops and limits, and points on and beside them, from a seed.</summary>
public sealed class RandomNetwork
{
    private const double West = 113.20;
    private const double South = 23.10;

    private RandomNetwork(RoadNetwork network, IReadOnlyList<GeoPoint> points)
    {
        Network = network;
        Points = points;
    }

    public RoadNetwork Network { get; }

    public IReadOnlyList<GeoPoint> Points { get; }

    public static RandomNetwork Create(int seed, int nodes = 30, int ways = 45, int points = 12)
    {
        var random = new Random(seed);
        var builder = new RoadNetworkBuilder();
        for (var i = 0; i < nodes; i++)
            builder.AddNode(Anywhere(random));
        for (var i = 0; i < ways; i++)
        {
            builder.AddWay(new RoadWay
            {
                Nodes = [.. Enumerable.Range(0, random.Next(2, 6)).Select(_ => random.Next(nodes))],
                Class = (RoadClass)random.Next((int)RoadClass.Track),
                Direction = (WayDirection)random.Next(3),
                MaxSpeedKmh = random.Next(3) == 0 ? random.Next(20, 90) : null,
                MaxSpeedBackwardKmh = random.Next(6) == 0 ? random.Next(20, 90) : null,
            });
        }

        return new RandomNetwork(builder.Build(), [.. Enumerable.Range(0, points).Select(_ => Anywhere(random))]);
    }

    private static GeoPoint Anywhere(Random random) => new(West + (random.NextDouble() * 0.04), South + (random.NextDouble() * 0.04));
}
