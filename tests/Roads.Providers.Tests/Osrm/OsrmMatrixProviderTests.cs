using Microsoft.AspNetCore.Http;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Providers.Osrm;
using Territory.Roads.Providers.Services;
using Territory.Roads.Providers.Tests.Fixtures;

namespace Territory.Roads.Providers.Tests.Osrm;

/// <summary>Against a real HTTP server; expected figures are the server's closed form.</summary>
public sealed class OsrmMatrixProviderTests : IAsyncLifetime
{
    private readonly ImpatientTime time = new();
    private readonly HttpClient client = new();
    private RoutingServer server = null!;

    public async ValueTask InitializeAsync() => server = await RoutingServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task ComputeAsync_FewPoints_IsOneRequest()
    {
        var matrix = await Provider().ComputeAsync([new(14.5, 35), new(14.6, 36), new(120, 30)], TravelMode.Van);

        server.Requests.ShouldHaveSingleItem().ShouldBe("/table/v1/driving/14.5,35;14.6,36;120,30?annotations=duration,distance");
        matrix.TimeBetween(0, 1).Seconds.ShouldBe(111);
        matrix.DistanceBetween(1, 0).Meters.ShouldBe(220);
        matrix.IsReachable(0, 2).ShouldBeFalse();
        matrix.Source.ShouldStartWith("osrm driving");
    }

    [Fact]
    public async Task ComputeAsync_MorePointsThanARequestTakes_IsBatchedWithoutLosingACell()
    {
        var points = Enumerable.Range(0, 130).Select(i => new GeoPoint(i * 0.1, i % 7)).ToArray();

        var matrix = await Provider().ComputeAsync(points, TravelMode.Foot);

        server.Requests.Count.ShouldBe(9);
        server.Requests.ShouldAllBe(request => request.StartsWith("/table/v1/foot/"));
        for (var i = 0; i < 130; i++)
        {
            for (var j = 0; j < 130; j++)
                matrix.TimeBetween(i, j).Seconds.ShouldBe((100 * Math.Abs(i - j)) + (10 * Math.Abs((i % 7) - (j % 7))) + (j > i ? 1 : 0));
        }
    }

    [Fact]
    public async Task ComputeAsync_ServiceBusyTwice_TriesAgainWithGrowingPauses()
    {
        server.Faults.Enqueue(RoutingServer.Status(503));
        server.Faults.Enqueue(RoutingServer.Status(503));

        var matrix = await Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car);

        matrix.TimeBetween(0, 1).Seconds.ShouldBe(1001);
        server.Requests.Count.ShouldBe(3);
        time.Waits.ShouldBe([TimeSpan.FromMilliseconds(500), TimeSpan.FromSeconds(1)]);
    }

    [Fact]
    public async Task ComputeAsync_RetryAfter_IsHeeded()
    {
        server.Faults.Enqueue(context =>
        {
            context.Response.Headers.RetryAfter = "7";
            return RoutingServer.Status(429)(context);
        });

        await Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car);

        time.Waits.ShouldBe([TimeSpan.FromSeconds(7)]);
    }

    [Fact]
    public async Task ComputeAsync_ServiceDown_SaysSoAfterAllAttempts()
    {
        for (var i = 0; i < 10; i++)
            server.Faults.Enqueue(RoutingServer.Status(500));

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car));

        failure.Message.ShouldContain("failed 4 times");
        failure.Message.ShouldContain("500");
        server.Requests.Count.ShouldBe(4);
    }

    [Fact]
    public async Task ComputeAsync_ServiceSilent_TimesOut()
    {
        for (var i = 0; i < 2; i++)
            server.Faults.Enqueue(context => Task.Delay(Timeout.Infinite, context.RequestAborted));
        var provider = new OsrmMatrixProvider(
            client, new OsrmOptions { Address = server.Address, RequestTimeout = TimeSpan.FromSeconds(20), MaxAttempts = 2 }, time);

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => provider.ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car));

        failure.Message.ShouldContain("no answer within 20 s");
    }

    [Fact]
    public async Task ComputeAsync_RefusalByTheService_IsNotRepeated()
    {
        server.Faults.Enqueue(context =>
        {
            context.Response.StatusCode = 400;
            return context.Response.WriteAsJsonAsync(new { code = "InvalidQuery", message = "no such profile" });
        });

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car));

        failure.Message.ShouldContain("InvalidQuery no such profile");
        server.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("<html>hello</html>", "no OSRM table")]
    [InlineData("{\"code\":\"Ok\",\"durations\":[[0]],\"distances\":[[0]]}", "2 x 2")]
    [InlineData("{\"code\":\"Ok\",\"durations\":[[0,1],[1,0]]}", "2 x 2")]
    [InlineData("null", "no OSRM table")]
    public async Task ComputeAsync_AnswerThatIsNoTable_SaysWhat(string body, string expected)
    {
        server.Faults.Enqueue(context => context.Response.WriteAsync(body));

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car));

        failure.Message.ShouldContain(expected);
    }

    [Fact]
    public async Task ComputeAsync_Cancelled_IsCancelled() =>
        await Should.ThrowAsync<OperationCanceledException>(() =>
            Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car, new CancellationToken(canceled: true)));

    [Fact]
    public void Constructor_BadOptions_AreRefused() =>
        Should.Throw<ArgumentException>(() => new OsrmMatrixProvider(client, new OsrmOptions { Address = server.Address, MaxAttempts = 0 }, time));

    private OsrmMatrixProvider Provider() =>
        new(client, new OsrmOptions { Address = server.Address, RequestTimeout = TimeSpan.FromMinutes(10) }, time);
}
