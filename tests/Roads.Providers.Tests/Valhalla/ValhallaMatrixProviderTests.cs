using Microsoft.AspNetCore.Http;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Providers.Services;
using Territory.Roads.Providers.Tests.Fixtures;
using Territory.Roads.Providers.Valhalla;

namespace Territory.Roads.Providers.Tests.Valhalla;

/// <summary>Against a real HTTP server; expected figures are the server's closed form.</summary>
public sealed class ValhallaMatrixProviderTests : IAsyncLifetime
{
    private static readonly GeoPoint[] Three = [new(14.5, 35), new(14.6, 36), new(120, 30)];

    private readonly HttpClient client = new();
    private RoutingServer server = null!;

    public async ValueTask InitializeAsync() => server = await RoutingServer.StartAsync();

    public async ValueTask DisposeAsync()
    {
        client.Dispose();
        await server.DisposeAsync();
    }

    [Theory]
    [InlineData(false, false)]
    [InlineData(true, false)]
    [InlineData(false, true)]
    public async Task ComputeAsync_EitherRowFormat_IsSecondsAndMetres(bool cells, bool bareColumns)
    {
        (server.AnswersCells, server.AnswersBareColumns) = (cells, bareColumns);

        var matrix = await Provider().ComputeAsync(Three, TravelMode.Van);

        matrix.TimeBetween(0, 1).Seconds.ShouldBe(111);
        matrix.TimeBetween(1, 0).Seconds.ShouldBe(110);
        matrix.DistanceBetween(1, 0).Meters.ShouldBe(220);
        matrix.IsReachable(0, 2).ShouldBeFalse();
        matrix.Source.ShouldBe("valhalla truck at 127.0.0.1");
    }

    [Fact]
    public async Task ComputeAsync_Request_IsTheDocumentedOne()
    {
        await Provider().ComputeAsync([new(14.5, 35), new(14.6, 36)], TravelMode.Motorbike);

        server.Requests.ShouldHaveSingleItem().ShouldBe("/sources_to_targets");
        server.Bodies.ShouldHaveSingleItem().ShouldBe(
            """{"sources":[{"lat":35,"lon":14.5},{"lat":36,"lon":14.6}],"targets":[{"lat":35,"lon":14.5},{"lat":36,"lon":14.6}],"costing":"motorcycle","units":"kilometers","verbose":false}""");
    }

    [Theory]
    [InlineData(TravelMode.Car, "auto")]
    [InlineData(TravelMode.Van, "truck")]
    [InlineData(TravelMode.Motorbike, "motorcycle")]
    [InlineData(TravelMode.Foot, "pedestrian")]
    public async Task ComputeAsync_Mode_IsItsCosting(TravelMode mode, string costing)
    {
        await Provider().ComputeAsync([new(1, 1), new(2, 1)], mode);

        server.Bodies.ShouldHaveSingleItem().ShouldContain($"\"costing\":\"{costing}\"");
    }

    [Fact]
    public async Task ComputeAsync_MorePairsThanARequestTakes_IsBatchedWithoutLosingACell()
    {
        var points = Enumerable.Range(0, 60).Select(i => new GeoPoint(i * 0.1, i % 7)).ToArray();

        var matrix = await Provider().ComputeAsync(points, TravelMode.Car);

        server.Blocks.ShouldBe([(50, 50), (50, 10), (10, 50), (10, 10)]);
        for (var i = 0; i < 60; i++)
        {
            for (var j = 0; j < 60; j++)
                matrix.TimeBetween(i, j).Seconds.ShouldBe((100 * Math.Abs(i - j)) + (10 * Math.Abs((i % 7) - (j % 7))) + (j > i ? 1 : 0));
        }
    }

    [Fact]
    public async Task ComputeAsync_RefusalByTheService_IsNotRepeated()
    {
        server.Faults.Enqueue(RoutingServer.Status(400, """{"error_code":171,"error":"No suitable edges near location","status_code":400,"status":"Bad Request"}"""));

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => Provider().ComputeAsync(Three, TravelMode.Car));

        failure.Failure.ShouldBe(MatrixFailure.Refused);
        failure.Message.ShouldContain("171 No suitable edges near location");
        server.Requests.ShouldHaveSingleItem();
    }

    [Theory]
    [InlineData("<html>hello</html>", "no Valhalla matrix")]
    [InlineData("null", "no Valhalla matrix")]
    [InlineData("[]", "no Valhalla matrix")]
    [InlineData("{}", "2 x 2")]
    [InlineData("""{"sources_to_targets":[[{"time":0,"distance":0}]]}""", "2 x 2")]
    [InlineData("""{"sources_to_targets":[null,null]}""", "2 x 2")]
    [InlineData("""{"sources_to_targets":[[1,2],[3,4]]}""", "no Valhalla matrix")]
    [InlineData("""{"sources_to_targets":{"durations":[[0,1],[1,0]]}}""", "2 x 2")]
    [InlineData("""{"sources_to_targets":{"durations":[[0,1],[1,0]],"distances":[[0,1],[1]]}}""", "2 x 2")]
    [InlineData("""{"durations":[[0,1],[1,0]],"distances":[[0,1],[1,0]],"units":"miles"}""", "miles")]
    public async Task ComputeAsync_AnswerThatIsNoMatrix_SaysWhat(string body, string expected)
    {
        server.Faults.Enqueue(context => context.Response.WriteAsync(body));

        var failure = await Should.ThrowAsync<MatrixServiceException>(() => Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car));

        failure.Message.ShouldContain(expected);
    }

    /// <summary>A missing cell among others is a pair without a road, like a cell of nulls.</summary>
    [Fact]
    public async Task ComputeAsync_NullCell_IsUnreachable()
    {
        server.Faults.Enqueue(context => context.Response.WriteAsync("""{"sources_to_targets":[[{"time":0,"distance":0},null],[{"time":60,"distance":1.5},{"time":0,"distance":0}]]}"""));

        var matrix = await Provider().ComputeAsync([new(1, 1), new(2, 1)], TravelMode.Car);

        matrix.IsReachable(0, 1).ShouldBeFalse();
        matrix.DistanceBetween(1, 0).Meters.ShouldBe(1500);
    }

    private ValhallaMatrixProvider Provider() => new(client, new ValhallaOptions { Address = server.Address, RequestTimeout = TimeSpan.FromMinutes(10) }, new ImpatientTime());
}
