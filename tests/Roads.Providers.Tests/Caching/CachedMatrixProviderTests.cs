using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Providers.Caching;
using Territory.Roads.Providers.Osrm;
using Territory.Roads.Providers.Services;
using Territory.Roads.Providers.Tests.Fixtures;

namespace Territory.Roads.Providers.Tests.Caching;

/// <summary>Every figure is compared with the closed form; the counts of requests and pairs are worked out by hand.</summary>
public sealed class CachedMatrixProviderTests
{
    private readonly CountingProvider inner = new();
    private readonly SetClock clock = new();

    [Fact]
    public async Task Compute_SamePointsAgain_AsksNobody()
    {
        await using var cache = Cache();
        await ExpectAsync(cache, Points(0, 5));
        await ExpectAsync(cache, Points(0, 5));
        await ExpectAsync(cache, [.. Points(0, 5).Reverse()]);

        inner.Asked.ShouldHaveSingleItem().Sources.Length.ShouldBe(5);
        cache.Count.ShouldBe(20);
    }

    /// <summary>Two new places among five known ones: 2 rows of 7, and 5 rows of the 2 new columns; no known pair is asked for again.</summary>
    [Fact]
    public async Task Compute_NewPlacesAmongKnownOnes_AsksForTheTwoMissingRectangles()
    {
        await using var cache = Cache();
        await ExpectAsync(cache, Points(0, 5));
        inner.Asked.Clear();

        await ExpectAsync(cache, Points(0, 7));

        inner.Asked.Select(request => (request.Sources.Length, request.Targets.Length)).ShouldBe([(5, 2), (2, 7)], ignoreOrder: true);
    }

    [Fact]
    public async Task Compute_Rectangle_AsksForItsMissingPartAlone()
    {
        await using var cache = Cache();
        await ExpectAsync(cache, Points(0, 3));
        inner.Asked.Clear();

        var matrix = await cache.ComputeAsync(Points(0, 2), Points(1, 4), TravelMode.Car, TestContext.Current.CancellationToken);

        inner.Asked.ShouldHaveSingleItem().Targets.ShouldBe(Points(3, 2));
        for (var i = 0; i < 2; i++)
            matrix.SecondsFrom(i).ToArray().ShouldBe(Points(1, 4).Select((to, j) => i == 1 && j == 0 ? 0 : CountingProvider.SecondsBetween(Points(i, 1)[0], to)));
    }

    /// <summary>0.000004 degrees are within the grid's step, 0.00002 are not. The provider is asked at the grid's place, whoever comes first.</summary>
    [Fact]
    public async Task Compute_PlacesWithinAMetre_AreOne()
    {
        await using var cache = Cache();
        await cache.ComputeAsync([new(1.000004, 2), new(3, 4)], TravelMode.Car, TestContext.Current.CancellationToken);
        await cache.ComputeAsync([new(0.999996, 2), new(3, 4)], TravelMode.Car, TestContext.Current.CancellationToken);
        inner.Asked.ShouldHaveSingleItem().Sources.ShouldBe([new(1, 2), new(3, 4)]);

        await cache.ComputeAsync([new(1.00002, 2), new(3, 4)], TravelMode.Car, TestContext.Current.CancellationToken);
        inner.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Compute_OnePlaceTwice_IsAtNoDistanceFromItself()
    {
        await using var cache = Cache();

        var matrix = await cache.ComputeAsync([new(1, 1), new(2, 1), new(1, 1)], TravelMode.Car, TestContext.Current.CancellationToken);

        matrix.Seconds.ToArray().ShouldBe([0, 1001, 0, 1000, 0, 1000, 0, 1001, 0]);
        inner.Asked.ShouldHaveSingleItem().Sources.Length.ShouldBe(2);
    }

    [Fact]
    public async Task Compute_AnotherMode_IsAnotherPair()
    {
        await using var cache = Cache();
        await cache.ComputeAsync(Points(0, 2), TravelMode.Car, TestContext.Current.CancellationToken);
        await cache.ComputeAsync(Points(0, 2), TravelMode.Foot, TestContext.Current.CancellationToken);

        inner.Asked.Count.ShouldBe(2);
    }

    [Fact]
    public async Task Compute_PairWithoutRoad_IsKeptToo()
    {
        await using var cache = Cache();
        GeoPoint[] points = [new(1, 1), new(120, 1)];
        (await cache.ComputeAsync(points, TravelMode.Car, TestContext.Current.CancellationToken)).IsReachable(0, 1).ShouldBeFalse();
        (await cache.ComputeAsync(points, TravelMode.Car, TestContext.Current.CancellationToken)).IsReachable(0, 1).ShouldBeFalse();

        inner.Asked.Count.ShouldBe(1);
    }

    [Fact]
    public async Task Compute_OlderThanMaxAge_IsAskedForAgain()
    {
        await using var cache = Cache(options => options with { MaxAge = TimeSpan.FromDays(7) });
        await ExpectAsync(cache, Points(0, 3));
        clock.Now += TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1);
        await ExpectAsync(cache, Points(0, 3));
        inner.Asked.Count.ShouldBe(1);
        clock.Now += TimeSpan.FromSeconds(1);
        await ExpectAsync(cache, Points(0, 3));
        inner.Asked.Count.ShouldBe(2);
        await ExpectAsync(cache, Points(0, 3));
        inner.Asked.Count.ShouldBe(2);
    }

    /// <summary>Six pairs of three places fit. Using the first two places keeps their pairs; a fourth place then drops others.</summary>
    [Fact]
    public async Task Compute_BeyondTheBound_DropsTheLeastRecentlyUsed()
    {
        await using var cache = Cache(options => options with { MaxPairs = 6 });
        await ExpectAsync(cache, Points(0, 3));
        await ExpectAsync(cache, Points(0, 2));
        await ExpectAsync(cache, [Points(0, 1)[0], Points(3, 1)[0]]);
        cache.Count.ShouldBe(6);
        inner.Asked.Clear();

        await ExpectAsync(cache, Points(0, 2));
        inner.Asked.ShouldBeEmpty();
        await ExpectAsync(cache, Points(0, 3));
        inner.Asked.ShouldNotBeEmpty();
        cache.Count.ShouldBe(6);
    }

    [Fact]
    public async Task Compute_MorePairsThanTheCacheHolds_IsStillWhole()
    {
        await using var cache = Cache(options => options with { MaxPairs = 10, MaxPairsPerRequest = 30 });

        await ExpectAsync(cache, Points(0, 20));
        await ExpectAsync(cache, Points(0, 20));

        cache.Count.ShouldBe(10);
    }

    [Fact]
    public async Task Compute_TwoCallersAtOnce_IsOneRequest()
    {
        var open = new TaskCompletionSource();
        inner.Held = open.Task;
        await using var cache = Cache();

        var first = ExpectAsync(cache, Points(0, 4));
        var second = ExpectAsync(cache, Points(0, 4));
        var part = ExpectAsync(cache, Points(1, 2));
        await inner.Arrived.Task;
        open.SetResult();
        await Task.WhenAll(first, second, part);

        inner.Asked.Count.ShouldBe(1);
    }

    /// <summary>The second caller shares 12 pairs with the first and asks for the other 18 alone.</summary>
    [Fact]
    public async Task Compute_OverlappingCallersAtOnce_AskForEachPairOnce()
    {
        var open = new TaskCompletionSource();
        inner.Held = open.Task;
        await using var cache = Cache();

        var first = ExpectAsync(cache, Points(0, 4));
        var second = ExpectAsync(cache, Points(0, 6));
        await inner.Arrived.Task;
        open.SetResult();
        await Task.WhenAll(first, second);

        inner.Asked.Count.ShouldBe(3);
        inner.Pairs.ShouldBe(16 + (4 * 2) + (2 * 6));
    }

    [Fact]
    public async Task Compute_ManyCallers_AllGetTheClosedForm()
    {
        await using var cache = Cache(options => options with { MaxPairs = 500, MaxPairsPerRequest = 40 });

        await Task.WhenAll(Enumerable.Range(0, 60).Select(i => Task.Run(async () =>
        {
            var random = new Random(i);
            for (var round = 0; round < 20; round++)
                await ExpectAsync(cache, Points(random.Next(30), random.Next(1, 12)));
        })));

        cache.Count.ShouldBeLessThanOrEqualTo(500);
    }

    [Fact]
    public async Task Compute_FailureOfASharedRequest_IsEveryonesAndIsNotKept()
    {
        var open = new TaskCompletionSource();
        (inner.Held, inner.Failure) = (open.Task, CountingProvider.NoAnswer);
        await using var cache = Cache();

        var first = cache.ComputeAsync(Points(0, 3), TravelMode.Car, TestContext.Current.CancellationToken);
        var second = cache.ComputeAsync(Points(0, 3), TravelMode.Car, TestContext.Current.CancellationToken);
        open.SetResult();
        await Should.ThrowAsync<MatrixServiceException>(() => first);
        await Should.ThrowAsync<MatrixServiceException>(() => second);
        inner.Asked.Count.ShouldBe(1);

        inner.Failure = null;
        await ExpectAsync(cache, Points(0, 3));
    }

    /// <summary>Who gives up harms nobody: the other caller gets the answer of the one request.</summary>
    [Fact]
    public async Task Compute_CallerGivesUp_TheRequestGoesOn()
    {
        var open = new TaskCompletionSource();
        inner.Held = open.Task;
        await using var cache = Cache();
        using var cancellation = new CancellationTokenSource();
        var impatient = cache.ComputeAsync(Points(0, 3), TravelMode.Car, cancellation.Token);
        await inner.Arrived.Task;
        await cancellation.CancelAsync();
        await Should.ThrowAsync<OperationCanceledException>(() => impatient);

        var patient = ExpectAsync(cache, Points(0, 3));
        open.SetResult();
        await patient;

        inner.Asked.Count.ShouldBe(1);
    }

    /// <summary>A straight line stands in for an answer that may come the next time.</summary>
    [Fact]
    public async Task Compute_StraightLines_AreNotKept()
    {
        inner.Source = "straight-line x 1.35 at 35 km/h (osrm driving at host: no answer)";
        await using var cache = Cache();

        (await cache.ComputeAsync(Points(0, 3), TravelMode.Car, TestContext.Current.CancellationToken)).Source.ShouldStartWith("straight-line");

        cache.Count.ShouldBe(0);
    }

    [Fact]
    public async Task Source_OfPairsUnderTwoLabels_NamesBoth()
    {
        await using var cache = Cache();
        await ExpectAsync(cache, Points(0, 2));
        inner.Source = "another form";
        await ExpectAsync(cache, Points(0, 3));

        (await cache.ComputeAsync(Points(0, 3), TravelMode.Car, TestContext.Current.CancellationToken)).Source.ShouldBe("another form; closed form");
        (await cache.ComputeAsync(Points(0, 1), TravelMode.Car, TestContext.Current.CancellationToken)).Source.ShouldBe("the closed form's provider");
    }

    [Fact]
    public async Task Compute_PointThatIsNoPlace_IsRefused()
    {
        await using var cache = Cache();

        await Should.ThrowAsync<ArgumentException>(() => cache.ComputeAsync([new(200, 0)], TravelMode.Car, TestContext.Current.CancellationToken));
        await Should.ThrowAsync<ArgumentException>(() => cache.ComputeAsync([new(double.NaN, 0)], TravelMode.Car, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task Dispose_WhileARequestRuns_EndsIt()
    {
        inner.Held = new TaskCompletionSource().Task;
        var cache = Cache();
        var waiting = cache.ComputeAsync(Points(0, 3), TravelMode.Car, TestContext.Current.CancellationToken);
        await inner.Arrived.Task;

        await cache.DisposeAsync();

        await Should.ThrowAsync<ObjectDisposedException>(() => waiting);
        await Should.ThrowAsync<ObjectDisposedException>(() => cache.ComputeAsync(Points(0, 3), TravelMode.Car, TestContext.Current.CancellationToken));
    }

    [Fact]
    public void Constructor_SenselessOptions_AreRefused()
    {
        foreach (var change in (Func<CacheOptions, CacheOptions>[])
            [o => o with { Provider = " " }, o => o with { MaxPairs = 0 }, o => o with { MaxAge = TimeSpan.Zero }, o => o with { MaxConcurrentRequests = 0 }, o => o with { MaxPairsPerRequest = 0 }])
            Should.Throw<ArgumentException>(() => Cache(change));
    }

    /// <summary>Over HTTP: the second plan of a day with one new outlet costs two small requests.</summary>
    [Fact]
    public async Task Compute_OverARoutingService_AsksForOneRowAndOneColumn()
    {
        await using var server = await RoutingServer.StartAsync();
        using var client = new HttpClient();
        await using var cache = new CachedMatrixProvider(
            new OsrmMatrixProvider(client, new OsrmOptions { Address = server.Address }, TimeProvider.System), new CacheOptions { Provider = "osrm" }, clock);
        await ExpectAsync(cache, Points(0, 40));

        await ExpectAsync(cache, Points(0, 41));

        server.Blocks.ShouldBe([(40, 40), (40, 1), (1, 40)], ignoreOrder: true);
    }

    private static async Task ExpectAsync(CachedMatrixProvider cache, GeoPoint[] points)
    {
        var matrix = await cache.ComputeAsync(points, TravelMode.Car, TestContext.Current.CancellationToken);
        matrix.Size.ShouldBe(points.Length);
        for (var i = 0; i < points.Length; i++)
        {
            for (var j = 0; j < points.Length; j++)
            {
                var expected = CountingProvider.SecondsBetween(points[i], points[j]);
                if (matrix.Seconds[(i * points.Length) + j] != expected || matrix.Meters[(i * points.Length) + j] != expected * 2)
                    Assert.Fail($"From {points[i]} to {points[j]}: {matrix.Seconds[(i * points.Length) + j]} s instead of {expected} s.");
            }
        }
    }

    private static GeoPoint[] Points(int first, int count) => [.. Enumerable.Range(first, count).Select(i => new GeoPoint(i * 0.5, i % 5))];

    private CachedMatrixProvider Cache(Func<CacheOptions, CacheOptions>? change = null) =>
        new(inner, (change ?? (options => options))(new CacheOptions { Provider = "the closed form's provider" }), clock);
}
