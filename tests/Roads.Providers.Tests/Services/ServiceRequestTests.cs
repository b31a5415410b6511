using System.Globalization;
using Microsoft.AspNetCore.Http;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Providers.Osrm;
using Territory.Roads.Providers.Services;
using Territory.Roads.Providers.Tests.Fixtures;

namespace Territory.Roads.Providers.Tests.Services;

/// <summary>What all services share, shown on one of them; the attempts and pauses stand in <see cref="Osrm.OsrmMatrixProviderTests"/>.</summary>
public sealed class ServiceRequestTests : IAsyncLifetime
{
    private static readonly GeoPoint[] Two = [new(1, 1), new(2, 1)];

    private readonly ImpatientTime time = new();
    private readonly HttpClient client = new();
    private RoutingServer server = null!;

    public async ValueTask InitializeAsync() => server = await RoutingServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Send_AnswerLongerThanTheBound_IsRefused(bool statesItsLength)
    {
        var body = new byte[5000];
        Array.Fill(body, (byte)' ');
        server.Faults.Enqueue(async context =>
        {
            context.Response.ContentLength = statesItsLength ? body.Length : null;
            await context.Response.Body.WriteAsync(body);
        });

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => Provider(options => options with { MaxResponseBytes = 4000 }).ComputeAsync(Two, TravelMode.Car));

        failure.Failure.ShouldBe(MatrixFailure.Unusable);
        failure.Message.ShouldContain("more than 4000 bytes");
    }

    /// <summary>A body that never ends is cut at the bound, not collected.</summary>
    [Fact]
    public async Task Send_EndlessAnswer_IsRefused()
    {
        server.Faults.Enqueue(async context =>
        {
            var part = new byte[64 * 1024];
            while (!context.RequestAborted.IsCancellationRequested)
                await context.Response.Body.WriteAsync(part, context.RequestAborted);
        });

        (await Should.ThrowAsync<MatrixServiceException>(() => Provider().ComputeAsync(Two, TravelMode.Car))).Message.ShouldContain("more than 16777216 bytes");
    }

    [Fact]
    public async Task Send_RetryAfterAsADate_IsHeeded()
    {
        server.Faults.Enqueue(context =>
        {
            context.Response.Headers.RetryAfter = (TimeProvider.System.GetUtcNow() + TimeSpan.FromSeconds(30)).ToString("R", CultureInfo.InvariantCulture);
            return RoutingServer.Status(503)(context);
        });

        await Provider().ComputeAsync(Two, TravelMode.Car);

        time.Waits.ShouldHaveSingleItem().TotalSeconds.ShouldBeInRange(20, 30);
    }

    [Fact]
    public async Task Send_AnswerBrokenOff_IsTriedAgain()
    {
        server.Faults.Enqueue(async context =>
        {
            context.Response.ContentLength = 1000;
            await context.Response.WriteAsync("{\"code\":");
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

        (await Provider().ComputeAsync(Two, TravelMode.Car)).TimeBetween(0, 1).Seconds.ShouldBe(1001);
        server.Requests.Count.ShouldBe(2);
    }

    /// <summary>While the service rests a request fails at once instead of waiting through all attempts again.</summary>
    [Fact]
    public async Task Send_AfterAllAttemptsFailed_RestsAndThenAsksAgain()
    {
        var clock = new SetClock();
        for (var i = 0; i < 2; i++)
            server.Faults.Enqueue(RoutingServer.Status(503));
        var provider = new OsrmMatrixProvider(
            client, new OsrmOptions { Address = server.Address, MaxAttempts = 2, FirstRetryDelay = TimeSpan.Zero, RestAfterFailure = TimeSpan.FromSeconds(30) }, clock);

        await Should.ThrowAsync<MatrixServiceException>(() => provider.ComputeAsync(Two, TravelMode.Car));
        var second = await Should.ThrowAsync<MatrixServiceException>(() => provider.ComputeAsync(Two, TravelMode.Car));
        server.Requests.Count.ShouldBe(2);
        second.Message.ShouldContain("failed 2 times");
        clock.Now += TimeSpan.FromSeconds(31);

        (await provider.ComputeAsync(Two, TravelMode.Car)).TimeBetween(0, 1).Seconds.ShouldBe(1001);
    }

    [Fact]
    public async Task Compute_ModeWithoutProfile_IsRefusedUnasked()
    {
        var failure = await Should.ThrowAsync<MatrixServiceException>(() =>
            Provider(options => options with { Profiles = new Dictionary<TravelMode, string> { [TravelMode.Car] = "driving" } }).ComputeAsync(Two, TravelMode.Foot));

        failure.Failure.ShouldBe(MatrixFailure.NoProfile);
        server.Requests.ShouldBeEmpty();
    }

    /// <summary>Numbers that are no seconds or metres are no road, rather than a plan's nonsense.</summary>
    [Fact]
    public async Task Compute_ImpossibleNumbers_AreUnreachable()
    {
        server.Faults.Enqueue(context => context.Response.WriteAsync(
            """{"code":"Ok","durations":[[0,-5,1e300],[7,0,7],[2147483646.6,3,0]],"distances":[[0,1,1],[7,0,null],[1,3,0]]}"""));

        var matrix = await Provider().ComputeAsync([new(1, 1), new(2, 1), new(3, 1)], TravelMode.Car);

        matrix.Seconds.ToArray().ShouldBe([0, -1, -1, 7, 0, -1, int.MaxValue, 3, 0]);
        matrix.Meters.ToArray().ShouldBe([0, -1, -1, 7, 0, -1, 1, 3, 0]);
    }

    [Fact]
    public async Task Compute_NoPoints_AsksNobody()
    {
        (await Provider().ComputeAsync([], TravelMode.Car)).Size.ShouldBe(0);

        server.Requests.ShouldBeEmpty();
    }

    private OsrmMatrixProvider Provider(Func<OsrmOptions, OsrmOptions>? change = null) =>
        new(client, (change ?? (options => options))(new OsrmOptions { Address = server.Address, RequestTimeout = TimeSpan.FromMinutes(10) }), time);
}
