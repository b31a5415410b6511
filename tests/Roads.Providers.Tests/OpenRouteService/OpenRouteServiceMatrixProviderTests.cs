using Microsoft.AspNetCore.Http;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Providers.OpenRouteService;
using Territory.Roads.Providers.Services;
using Territory.Roads.Providers.Tests.Fixtures;

namespace Territory.Roads.Providers.Tests.OpenRouteService;

/// <summary>Against a real HTTP server; expected figures are the server's closed form.</summary>
public sealed class OpenRouteServiceMatrixProviderTests : IAsyncLifetime
{
    private const string Secret = "5b3ce3597851110001cf6248";

    private readonly HttpClient client = new();
    private RoutingServer server = null!;

    public async ValueTask InitializeAsync() => server = await RoutingServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task ComputeAsync_FewPoints_IsTheDocumentedRequest()
    {
        var matrix = await Provider().ComputeAsync([new(14.5, 35), new(14.6, 36), new(120, 30)], TravelMode.Foot);

        server.Requests.ShouldHaveSingleItem().ShouldBe("/v2/matrix/foot-walking");
        server.Bodies.ShouldHaveSingleItem().ShouldBe("""{"locations":[[14.5,35],[14.6,36],[120,30]],"metrics":["distance","duration"],"units":"m"}""");
        server.Keys.ShouldBe([Secret]);
        matrix.TimeBetween(0, 1).Seconds.ShouldBe(111);
        matrix.DistanceBetween(1, 0).Meters.ShouldBe(220);
        matrix.IsReachable(0, 2).ShouldBeFalse();
        matrix.Source.ShouldBe("openrouteservice foot-walking at 127.0.0.1");
    }

    [Fact]
    public async Task ComputeAsync_Rectangle_NamesSourcesAndDestinationsByPlace()
    {
        var matrix = await Provider().ComputeAsync([new(1, 1)], [new(2, 1), new(3, 1)], TravelMode.Car);

        server.Bodies.ShouldHaveSingleItem().ShouldEndWith(""","sources":["0"],"destinations":["1","2"]}""");
        matrix.SecondsFrom(0).ToArray().ShouldBe([1001, 2001]);
    }

    [Fact]
    public async Task ComputeAsync_MorePairsThanARequestTakes_IsBatchedWithoutLosingACell()
    {
        var points = Enumerable.Range(0, 60).Select(i => new GeoPoint(i * 0.1, i % 7)).ToArray();

        var matrix = await Provider().ComputeAsync(points, TravelMode.Car);

        server.Blocks.ShouldAllBe(block => block.Sources * block.Targets <= 2500);
        for (var i = 0; i < 60; i++)
        {
            for (var j = 0; j < 60; j++)
                matrix.TimeBetween(i, j).Seconds.ShouldBe((100 * Math.Abs(i - j)) + (10 * Math.Abs((i % 7) - (j % 7))) + (j > i ? 1 : 0));
        }
    }

    [Theory]
    [InlineData(404, """{"error":{"code":6010,"message":"Could not find routable point"}}""", "6010 Could not find routable point")]
    [InlineData(403, """{"error":"Quota exceeded"}""", "Quota exceeded")]
    [InlineData(401, """{"message":"Invalid credentials"}""", "HTTP status 401 Invalid credentials")]
    [InlineData(403, "Access denied", "403")]
    [InlineData(301, "", "301")]
    public async Task ComputeAsync_RefusalByTheService_SaysItsReason(int status, string body, string expected)
    {
        server.Faults.Enqueue(RoutingServer.Status(status, body));

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car));

        failure.Failure.ShouldBe(MatrixFailure.Refused);
        failure.Message.ShouldContain(expected);
        server.Requests.ShouldHaveSingleItem();
    }

    /// <summary>A service that repeats the key it was sent must not bring it into a log.</summary>
    [Theory]
    [InlineData(403, $$"""{"error":"The key {{Secret}} is unknown"}""")]
    [InlineData(500, $"the key {Secret} broke something")]
    [InlineData(200, $"not json {Secret}")]
    public async Task ComputeAsync_KeyInTheAnswer_IsInNoMessage(int status, string body)
    {
        for (var i = 0; i < 4; i++)
            server.Faults.Enqueue(RoutingServer.Status(status, body));

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car));

        failure.ToString().ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("<html>hello</html>", "no openrouteservice matrix")]
    [InlineData("null", "no openrouteservice matrix")]
    [InlineData("{}", "2 x 2")]
    [InlineData("""{"durations":[[0,1],[1,0]]}""", "2 x 2")]
    [InlineData("""{"durations":[[0,1],[1,0]],"distances":[[0,1]]}""", "2 x 2")]
    public async Task ComputeAsync_AnswerThatIsNoMatrix_SaysWhat(string body, string expected)
    {
        server.Faults.Enqueue(context => context.Response.WriteAsync(body));

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car));

        failure.Failure.ShouldBe(MatrixFailure.Unusable);
        failure.Message.ShouldContain(expected);
    }

    private OpenRouteServiceMatrixProvider Provider() =>
        new(client, new OpenRouteServiceOptions { Address = server.Address, Key = new ApiKey(Secret), RequestTimeout = TimeSpan.FromMinutes(10) }, new ImpatientTime());
}
