using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Tests.Solving;

public sealed class LargeProblemTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Solve_SixThousandStopsByCoordinates_AllocatesInProportionToStopsAndNeighbours(bool isTimed)
    {
        const int Stops = 6_000;
        const long NeighboursOfAStop = 180;
        var instance = Instance(Stops, isTimed);
        var before = GC.GetAllocatedBytesForCurrentThread();

        var data = new InstanceProblem(instance).Data;
        var result = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 20 }, null, CancellationToken.None);

        // Four bytes for the number of a neighbour and four for the way there, and some four thousand for all else that is known of a stop; one matrix would take another 24,000 bytes a stop.
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(Stops * ((8 * NeighboursOfAStop) + 6_000));
        result.Best.Unserved.ShouldBeEmpty();
    }

    private static RoutingInstance Instance(int stops, bool isTimed)
    {
        var random = new Random(7);
        return new RoutingInstance
        {
            Name = "scatter",
            Format = InstanceFormat.Vrplib,
            HasTimeWindows = isTimed,
            Rounding = RoundingRule.Nearest,
            Fleets = [new InstanceFleet(null, 100)],
            Stops = [.. Enumerable.Range(0, stops + 1).Select(stop => new InstanceStop(
                random.Next(0, 2_000), random.Next(0, 2_000), stop == 0 ? 0 : random.Next(1, 21), 0, isTimed ? 20_000 - (stop % 2 * 10_000) : 1e8, 10))],
        };
    }
}
