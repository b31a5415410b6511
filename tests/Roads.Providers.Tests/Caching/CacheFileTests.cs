using System.Security.Cryptography;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Providers.Caching;
using Territory.Roads.Providers.Tests.Fixtures;

namespace Territory.Roads.Providers.Tests.Caching;

public sealed class CacheFileTests : IDisposable
{
    private static readonly GeoPoint[] Four = [new(1, 1), new(2, 1), new(-3, -4), new(120, 5)];

    private readonly string directory = Directory.CreateTempSubdirectory("territory-pairs-").FullName;
    private readonly CountingProvider inner = new();
    private readonly SetClock clock = new();
    private readonly List<string> notes = [];

    public void Dispose() => Directory.Delete(directory, recursive: true);

    [Fact]
    public async Task Open_AfterARestart_AsksNobody()
    {
        var expected = await FillAsync();

        await using var again = Cache();
        again.Count.ShouldBe(12);
        var matrix = await again.ComputeAsync(Four, TravelMode.Car, TestContext.Current.CancellationToken);

        matrix.Seconds.ToArray().ShouldBe(expected.Seconds.ToArray());
        matrix.Meters.ToArray().ShouldBe(expected.Meters.ToArray());
        matrix.Source.ShouldBe("closed form");
        inner.Asked.Count.ShouldBe(1);
        notes.ShouldBeEmpty();
        Directory.GetFiles(directory).Length.ShouldBe(1);
    }

    [Fact]
    public async Task Open_AfterMaxAge_AsksAgain()
    {
        await FillAsync();
        clock.Now += TimeSpan.FromDays(2);

        await using var again = Cache(options => options with { MaxAge = TimeSpan.FromDays(1) });
        await again.ComputeAsync(Four, TravelMode.Car, TestContext.Current.CancellationToken);

        inner.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Open_WithASmallerBound_KeepsTheMostRecentlyUsed()
    {
        await FillAsync();

        await using var again = Cache(options => options with { MaxPairs = 5 });

        again.Count.ShouldBe(5);
    }

    [Fact]
    public async Task Open_ForAnotherProvider_IsEmptyAndLeavesTheFirstAlone()
    {
        await FillAsync();
        await using (var other = Cache(options => options with { Provider = "another" }))
        {
            other.Count.ShouldBe(0);
            await other.ComputeAsync(Four, TravelMode.Car, TestContext.Current.CancellationToken);
        }

        Directory.GetFiles(directory).Length.ShouldBe(2);
        await using var again = Cache();
        again.Count.ShouldBe(12);
    }

    /// <summary>Each byte in turn, and each length: the checksum lets none of them pass.</summary>
    [Fact]
    public async Task Open_DamagedAnywhere_IsEmptyWithANote()
    {
        await FillAsync();
        var file = Directory.GetFiles(directory).Single();
        var original = File.ReadAllBytes(file);
        for (var place = 0; place < original.Length; place++)
        {
            var bytes = original.AsSpan().ToArray();
            bytes[place] ^= 0x40;
            await ExpectEmptyAsync(file, bytes);
            await ExpectEmptyAsync(file, original[..place]);
        }
    }

    /// <summary>Under a checksum that matches, as another program might write it: counts and places are checked before they are used.</summary>
    [Fact]
    public async Task Open_NonsenseUnderAValidChecksum_NeitherCrashesNorServesIt()
    {
        await FillAsync();
        var file = Directory.GetFiles(directory).Single();
        var original = File.ReadAllBytes(file)[..^32];
        var random = new Random(20261130);
        for (var round = 0; round < 400; round++)
        {
            var bytes = original.AsSpan().ToArray();
            for (var change = random.Next(1, 4); change > 0; change--)
                bytes[random.Next(bytes.Length)] = (byte)random.Next(256);
            File.WriteAllBytes(file, [.. bytes, .. SHA256.HashData(bytes)]);

            await using var cache = Cache(options => options with { MaxPairs = 50, Directory = directory });
            cache.Count.ShouldBeInRange(0, 12);
            foreach (var seconds in (await cache.ComputeAsync(Four, TravelMode.Car, TestContext.Current.CancellationToken)).Seconds.ToArray())
                seconds.ShouldBeGreaterThanOrEqualTo(TravelMatrix.Unreachable);
        }
    }

    [Fact]
    public async Task Save_IntoAPlaceThatIsNoFolder_IsANoteAndTheCacheGoesOn()
    {
        var blocked = Path.Combine(directory, "file");
        await File.WriteAllTextAsync(blocked, "", TestContext.Current.CancellationToken);
        await using var cache = Cache(options => options with { Directory = blocked });
        await cache.ComputeAsync(Four, TravelMode.Car, TestContext.Current.CancellationToken);

        await cache.SaveAsync(TestContext.Current.CancellationToken);

        notes.ShouldHaveSingleItem().ShouldContain("cannot be kept");
        cache.Count.ShouldBe(12);
    }

    private async Task ExpectEmptyAsync(string file, byte[] bytes)
    {
        notes.Clear();
        await File.WriteAllBytesAsync(file, bytes, TestContext.Current.CancellationToken);
        await using var cache = Cache();
        cache.Count.ShouldBe(0);
        notes.ShouldHaveSingleItem().ShouldContain("collected anew");
    }

    private async Task<TravelMatrix> FillAsync()
    {
        await using var cache = Cache();
        return await cache.ComputeAsync(Four, TravelMode.Car, TestContext.Current.CancellationToken);
    }

    private CachedMatrixProvider Cache(Func<CacheOptions, CacheOptions>? change = null) =>
        new(inner, (change ?? (options => options))(new CacheOptions { Provider = "closed", Directory = directory }), clock, notes.Add);
}
