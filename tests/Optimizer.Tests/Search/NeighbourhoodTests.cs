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
}
