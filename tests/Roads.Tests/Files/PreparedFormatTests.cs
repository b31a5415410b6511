using System.Collections.Concurrent;
using System.Security.Cryptography;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Files;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Routes;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Files;

/// <summary>Sections are carried from file to file unread, under the checksum of each file: what they hold is judged when it is used.</summary>
public sealed class PreparedFormatTests
{
    private static readonly RandomNetwork Random = RandomNetwork.Create(41, nodes: 60, ways: 100);
    private static readonly string Name = PreparedFormat.NameFor(TravelProfile.Car);
    private static readonly byte[] Section = Prepared();

    [Fact]
    public void Read_AnyDamage_IsContractedAnew()
    {
        var sound = new TravelMatrixBuilder(Random.Network).Compute(Random.Points, TravelMode.Car);
        var draw = new Random(3);
        for (var round = 0; round < Draws.Of(60); round++)
        {
            var damaged = Section.AsSpan(0, round % 4 == 0 ? draw.Next(Section.Length) : Section.Length).ToArray();
            if (round % 4 != 0)
                damaged[draw.Next(damaged.Length)] ^= (byte)(1 << draw.Next(8));

            var matrix = new TravelMatrixBuilder(With(damaged)).Compute(Random.Points, TravelMode.Car);

            matrix.Seconds.SequenceEqual(sound.Seconds).ShouldBeTrue($"round {round}");
            matrix.Meters.SequenceEqual(sound.Meters).ShouldBeTrue($"round {round}");
        }
    }

    /// <summary>Whoever makes the digest right again can leave out turns, but not end the program, nor lead off the road.</summary>
    [Fact]
    public void Read_DamageUnderAValidDigest_IsSafeToSearch()
    {
        var draw = new Random(4);
        for (var round = 0; round < Draws.Of(300); round++)
        {
            var content = Section[..^SHA256.HashSizeInBytes];
            var at = draw.Next(content.Length - sizeof(int)) & ~3;
            BitConverter.TryWriteBytes(content.AsSpan(at), draw.Next(3) switch { 0 => draw.Next(-2, 20), 1 => draw.Next(400), _ => draw.Next() });
            var network = With([.. content, .. SHA256.HashData(content)]);

            _ = new TravelMatrixBuilder(network).ComputeDay(Random.Points, TravelMode.Car);
            foreach (var point in Random.Points.Skip(1))
                ShouldLieOnRoads(new RouteFinder(network).FindRoute(Random.Points[0], point, TravelMode.Car), $"round {round}, byte {at}");
        }
    }

    private static void ShouldLieOnRoads(Route? route, string what)
    {
        if (route is null)
            return;
        var length = 0.0;
        GeoPoint? last = null;
        foreach (var point in route.Polyline)
        {
            length += last?.MetersTo(point) ?? 0;
            last = point;
        }

        // A turn between roads that do not meet would leave a gap, which the roads' lengths do not count.
        length.ShouldBe(route.Length.Meters, 2, what);
    }

    private static byte[] Prepared()
    {
        Random.Network.Prepare(TravelMode.Car);
        return Random.Network.PreparedSections()[Name];
    }

    private static RoadNetwork With(byte[] section) =>
        new(Random.Network.Tables, new ConcurrentDictionary<string, byte[]>(StringComparer.Ordinal) { [Name] = section });
}
