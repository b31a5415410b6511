using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Tests.Fixtures;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Matrices;

public sealed class TravelMatrixBuilderTests
{
    [Theory]
    [InlineData(TravelMode.Car)]
    [InlineData(TravelMode.Van)]
    [InlineData(TravelMode.Motorbike)]
    [InlineData(TravelMode.Foot)]
    public void Compute_RandomNetworks_AgreesWithFloydWarshall(TravelMode mode)
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = RandomNetwork.Create(seed);
            var builder = new TravelMatrixBuilder(random.Network.With(FreeTurns.For(mode)), maxSnapMeters: 800);
            var snapped = builder.Snap(random.Points, mode);
            var reference = new ReferencePaths(random.Network, snapped, mode, segment => random.Network.SpeedLimitsKmh(segment));

            var matrix = builder.Compute(random.Points, mode);

            for (var i = 0; i < random.Points.Count; i++)
            {
                for (var j = 0; j < random.Points.Count; j++)
                {
                    var expected = i == j ? 0 : reference.Seconds(i, j);
                    if (double.IsPositiveInfinity(expected))
                        matrix.IsReachable(i, j).ShouldBeFalse($"seed {seed}, {i} to {j}");
                    else
                        ((double)matrix.TimeBetween(i, j).Seconds).ShouldBe(expected, 0.6, $"seed {seed}, {i} to {j}");
                }
            }
        }
    }

    [Fact]
    public void Compute_AnyThreeReachablePoints_ObeysTheTriangleInequality()
    {
        var random = RandomNetwork.Create(99, nodes: 60, ways: 80, points: 25);

        var matrix = new TravelMatrixBuilder(random.Network.With(FreeTurns.For(TravelMode.Van))).Compute(random.Points, TravelMode.Van);

        var n = matrix.Size;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                for (var k = 0; k < n; k++)
                {
                    if (matrix.IsReachable(i, k) && matrix.IsReachable(k, j))
                        matrix.TimeBetween(i, j).Seconds.ShouldBeLessThanOrEqualTo(matrix.TimeBetween(i, k).Seconds + matrix.TimeBetween(k, j).Seconds + 1);
                }
            }
        }
    }

    [Fact]
    public void Compute_OnFoot_IsSymmetric()
    {
        var random = RandomNetwork.Create(7);

        var matrix = new TravelMatrixBuilder(random.Network).Compute(random.Points, TravelMode.Foot);

        for (var i = 0; i < matrix.Size; i++)
        {
            for (var j = 0; j < i; j++)
                matrix.Seconds[(i * matrix.Size) + j].ShouldBe(matrix.Seconds[(j * matrix.Size) + i]);
        }
    }

    [Fact]
    public void Compute_AnyNumberOfThreads_GivesTheSameFigures()
    {
        var random = RandomNetwork.Create(3, nodes: 80, ways: 120, points: 60);

        var one = new TravelMatrixBuilder(random.Network, threads: 1).Compute(random.Points, TravelMode.Car);
        var four = new TravelMatrixBuilder(random.Network, threads: 4).Compute(random.Points, TravelMode.Car);

        four.Seconds.SequenceEqual(one.Seconds).ShouldBeTrue();
        four.Meters.SequenceEqual(one.Meters).ShouldBeTrue();
    }

    [Fact]
    public void Compute_Rectangle_IsTheBlockOfTheSquare()
    {
        var random = RandomNetwork.Create(5, points: 10);
        var builder = new TravelMatrixBuilder(random.Network);

        var square = builder.Compute(random.Points, TravelMode.Car);
        var rectangle = builder.Compute([.. random.Points.Take(3)], [.. random.Points.Skip(3)], TravelMode.Car);

        for (var i = 0; i < 3; i++)
            rectangle.SecondsFrom(i).SequenceEqual(square.Seconds.Slice((i * 10) + 3, 7)).ShouldBeTrue();
    }

    /// <summary>A ring of four equal one-way sides on the equator, where a degree is 111,195 m on the mean sphere by 2 pi R / 360.</summary>
    [Fact]
    public void Compute_TwoPointsOnOneWaySegment_GoesRoundTheBlockBackwards()
    {
        var builder = new RoadNetworkBuilder();
        var corners = new[] { new GeoPoint(0, 0), new GeoPoint(0.01, 0), new GeoPoint(0.01, 0.01), new GeoPoint(0, 0.01) }.Select(builder.AddNode).ToArray();
        for (var i = 0; i < 4; i++)
            builder.AddWay(new RoadWay { Nodes = [corners[i], corners[(i + 1) % 4]], Class = RoadClass.Residential, Direction = WayDirection.Forward });
        var west = new GeoPoint(0.002, 0);
        var east = new GeoPoint(0.008, 0);

        var matrix = new TravelMatrixBuilder(builder.Build()).Compute([west, east], TravelMode.Car);

        matrix.DistanceBetween(0, 1).Meters.ShouldBeInRange(666, 668);
        matrix.DistanceBetween(1, 0).Meters.ShouldBeInRange(3780, 3782);
    }

    [Fact]
    public void Compute_PointFarFromEveryRoad_IsUnreachableAndTheRestIsNot()
    {
        var random = RandomNetwork.Create(11);

        var matrix = new TravelMatrixBuilder(random.Network).Compute([.. random.Points, new GeoPoint(100, 30)], TravelMode.Foot);

        var last = random.Points.Count;
        Enumerable.Range(0, last).ShouldAllBe(i => !matrix.IsReachable(i, last) && !matrix.IsReachable(last, i));
        matrix.IsReachable(0, 1).ShouldBeTrue();
    }

    [Fact]
    public void Compute_Cancelled_Stops()
    {
        var random = RandomNetwork.Create(11);

        Should.Throw<OperationCanceledException>(() =>
            new TravelMatrixBuilder(random.Network).Compute(random.Points, TravelMode.Foot, new CancellationToken(canceled: true)));
    }
}
