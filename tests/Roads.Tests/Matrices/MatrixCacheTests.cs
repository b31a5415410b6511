using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Tests.Network;

namespace Territory.Roads.Tests.Matrices;

/// <summary>The oracle is the uncached computation of the same request.</summary>
public sealed class MatrixCacheTests
{
    private static readonly RandomNetwork Random = RandomNetwork.Create(21, nodes: 60, ways: 90, points: 40);

    [Fact]
    public async Task ComputeAsync_AnySubset_EqualsTheUncachedMatrix()
    {
        using var cache = new MatrixCache(Random.Network, maxPoints: 25);
        var builder = new TravelMatrixBuilder(Random.Network);
        var draw = new Random(4);
        for (var round = 0; round < 30; round++)
        {
            var points = Enumerable.Range(0, draw.Next(1, 30)).Select(_ => Random.Points[draw.Next(40)]).Append(new GeoPoint(100, 30)).ToArray();
            var mode = round % 3 == 0 ? TravelMode.Foot : TravelMode.Van;

            var cached = await cache.ComputeAsync(points, mode);

            var expected = builder.Compute(points, mode);
            cached.Seconds.SequenceEqual(expected.Seconds).ShouldBeTrue($"round {round}");
            cached.Meters.SequenceEqual(expected.Meters).ShouldBeTrue($"round {round}");
            cached.Source.ShouldBe(expected.Source);
        }
    }

    [Fact]
    public async Task ComputeDayAsync_AnySubset_EqualsTheUncachedDay_AndSearchesEachSourceOnceASlot()
    {
        using var cache = new MatrixCache(Random.Network, maxPoints: 40);
        var builder = new TravelMatrixBuilder(Random.Network);
        await cache.RememberAsync(Random.Points, TravelMode.Van);
        foreach (var points in new[] { Random.Points.Take(12).ToArray(), [.. Random.Points.Skip(4).Take(12).Reverse()] })
        {
            var cached = await cache.ComputeDayAsync(points, TravelMode.Van);

            var expected = builder.ComputeDay(points, TravelMode.Van);
            cached.SlotStarts.ShouldBe(expected.SlotStarts);
            cached.SlotCount.ShouldBeGreaterThan(1);
            foreach (var (slot, right) in cached.Matrices.Zip(expected.Matrices))
            {
                slot.Seconds.SequenceEqual(right.Seconds).ShouldBeTrue(right.Source);
                slot.Meters.SequenceEqual(right.Meters).ShouldBeTrue(right.Source);
                slot.Source.ShouldBe(right.Source);
            }

            (await cache.ComputeAsync(points, TravelMode.Van)).Seconds.SequenceEqual(builder.Compute(points, TravelMode.Van).Seconds).ShouldBeTrue();
        }

        cache.RowsComputed.ShouldBe(16 * (builder.SlotStarts(TravelMode.Van).Count + 1));
    }

    [Fact]
    public async Task ComputeAsync_KnownPoints_SearchesEachSourceOnce()
    {
        using var cache = new MatrixCache(Random.Network);
        await cache.RememberAsync(Random.Points, TravelMode.Van);

        await cache.ComputeAsync([.. Random.Points.Take(10)], TravelMode.Van);
        await cache.ComputeAsync([.. Random.Points.Skip(5).Take(10)], TravelMode.Van);
        await cache.ComputeAsync([.. Random.Points.Take(15).Reverse()], TravelMode.Van);

        cache.RowsComputed.ShouldBe(15);
    }

    [Fact]
    public async Task ComputeAsync_FromManyCallers_IsRightForEach()
    {
        using var cache = new MatrixCache(Random.Network, maxPoints: 12);
        var builder = new TravelMatrixBuilder(Random.Network);

        await Task.WhenAll(Enumerable.Range(0, 20).Select(async i =>
        {
            var points = Random.Points.Skip(i).Take(8).ToArray();
            var matrix = await cache.ComputeAsync(points, TravelMode.Car);
            matrix.Seconds.SequenceEqual(builder.Compute(points, TravelMode.Car).Seconds).ShouldBeTrue();
        }));
    }

    /// <summary>46,341 squared is the first square that an array's length cannot be; unchecked it would be a negative number, 65,536 squared none at all.</summary>
    [Theory]
    [InlineData(46_341)]
    [InlineData(65_536)]
    public async Task ComputeAsync_MoreCellsThanAnArrayHolds_Throws(int count)
    {
        var random = RandomNetwork.Create(1);
        using var cache = new MatrixCache(random.Network);

        await Should.ThrowAsync<OverflowException>(() => cache.ComputeAsync([.. Enumerable.Repeat(random.Points[0], count)], TravelMode.Car));
    }
}
