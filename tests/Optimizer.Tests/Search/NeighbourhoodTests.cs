using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Search;

public sealed class NeighbourhoodTests
{
    [Theory]
    [InlineData(400, 1_000)]
    [InlineData(400, 3)]
    [InlineData(200, 0)]
    [InlineData(12, 1_000)]
    [InlineData(1, 10)]
    public void Of_FunctionOfCoordinates_EqualsTheMatrix(int clients, int width)
    {
        for (var seed = 0; seed < 5; seed++)
        {
            var (function, matrix) = (Scatter.Of(clients, seed, asMatrix: false, width), Scatter.Of(clients, seed, asMatrix: true, width));
            var (near, expected) = (new Neighbourhood(function, 20, withTime: true), new Neighbourhood(matrix, 20, withTime: true));

            near.Size.ShouldBe(expected.Size);
            for (var client = 1; client <= clients; client++)
                near.Of(client).ToArray().ShouldBe(expected.Of(client).ToArray());
        }
    }

    [Fact]
    public void Of_FunctionOfCoordinatesWithWindows_EqualsTheMatrixWhereEverybodyIsACandidate()
    {
        var (function, matrix) = (Scatter.Of(80, 3, asMatrix: false, isTimed: true), Scatter.Of(80, 3, asMatrix: true, isTimed: true));
        var (near, expected) = (new Neighbourhood(function, 10, withTime: true), new Neighbourhood(matrix, 10, withTime: true));

        for (var client = 1; client <= 80; client++)
            near.Of(client).ToArray().ShouldBe(expected.Of(client).ToArray());
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Of_Matrix_AreTheNearestByDistanceWaitAndLateness(bool isSymmetric)
    {
        var data = Timed(isSymmetric);
        var near = new Neighbourhood(data, 10, withTime: true);

        // The definition of proximity, sorted.
        long OneWay(int from, int to)
        {
            var (a, b) = (data.Clients[from - 1], data.Clients[to - 1]);
            var travel = a.ServiceDuration + data.DurationBetween(from, to);
            return data.DistanceBetween(from, to) + (Math.Max(0, b.Windows[0].Early - travel - a.Windows[^1].Late) / 5) + Math.Max(0, a.Windows[0].Early + travel - b.Windows[^1].Late);
        }

        for (var client = 1; client <= data.ClientCount; client++)
        {
            var expected = Enumerable.Range(1, data.ClientCount).Where(other => other != client).OrderBy(other => Math.Min(OneWay(client, other), OneWay(other, client))).ThenBy(other => other).Take(10);
            near.Of(client).ToArray().ShouldBe(expected);
        }

        new Neighbourhood(near, 4).Of(3).ToArray().ShouldBe(near.Of(3)[..4].ToArray());
    }

    [Fact]
    public void Of_MatrixOfManyClients_TimesFewOfThePairs()
    {
        var data = Scatter.Of(1_500, 1, asMatrix: true, isTimed: false);

        new Neighbourhood(data, 20, withTime: true).Timed.ShouldBeLessThan(1_500L * 1_500 / 5);
    }

    private static ProblemData Timed(bool isSymmetric)
    {
        const int Clients = 90;
        var random = new Random(4);
        var lengths = new int[(Clients + 1) * (Clients + 1)];
        for (var from = 0; from <= Clients; from++)
        {
            for (var to = 0; to < from; to++)
            {
                lengths[(from * (Clients + 1)) + to] = random.Next(1, 40);
                lengths[(to * (Clients + 1)) + from] = isSymmetric ? lengths[(from * (Clients + 1)) + to] : random.Next(1, 40);
            }
        }

        Client Stop()
        {
            var early = random.Next(200);
            return new Client { Demand = new Load(1), ServiceDuration = random.Next(9), Windows = [new Interval(early, early + 20), new Interval(early + 40, early + 60)] };
        }

        return new ProblemData([new Depot()], [.. Enumerable.Range(0, Clients).Select(_ => Stop())], [new VehicleType { Capacity = new Load(99) }], lengths, lengths);
    }
}
