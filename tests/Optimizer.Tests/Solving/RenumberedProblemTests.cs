using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

public sealed class RenumberedProblemTests
{
    [Theory]
    [InlineData(true, false)]
    [InlineData(false, false)]
    [InlineData(true, true)]
    public void InWhole_OfWhatWasRenumbered_IsTheSolutionItWas(bool asMatrix, bool isTimed)
    {
        var data = Scatter.Of(120, seed: 8, asMatrix, isTimed: isTimed);
        var solution = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 50 }, null, CancellationToken.None).Best;
        var renumbered = new RenumberedProblem(data);

        var there = renumbered.Renumbered(solution);

        there.Cost.ShouldBe(solution.Cost);
        there.Routes.Zip(solution.Routes).ShouldAllBe(pair => LengthOf(pair.First, renumbered.Data) == LengthOf(pair.Second, data));
        there.Unserved.Count.ShouldBe(solution.Unserved.Count);
        renumbered.InWhole(there).ShouldBe(solution);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Data_OfScatteredPoints_HasNextClientsNearer(bool asMatrix)
    {
        var data = Scatter.Of(600, seed: 3, asMatrix);

        // Six hundred points at random in a square of a thousand are some 520 apart on average, and the nearest one of each some 20 away.
        MeanStep(data).ShouldBeGreaterThan(400);
        MeanStep(new RenumberedProblem(data).Data).ShouldBeLessThan(80);

        static double MeanStep(ProblemData data) => Enumerable.Range(data.DepotCount, data.ClientCount - 1).Average(location => data.DistanceBetween(location, location + 1));
    }

    [Fact]
    public void Solve_OfManyClients_NamesThemByTheNumbersOfTheProblem()
    {
        var data = Scatter.Of(700, seed: 5, asMatrix: true);

        var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 200 }, null, CancellationToken.None).Best;

        best.Routes.SelectMany(route => route.Clients).Order().ShouldBe(Enumerable.Range(0, 700));
        best.Routes.ShouldAllBe(route => LengthOf(route, data) == route.Distance);
        best.Routes.ShouldAllBe(route => route.Clients.Sum(client => data.Clients[client].Demand.First) <= 100);
    }

    private static long LengthOf(SolutionRoute route, ProblemData data)
    {
        int[] locations = [0, .. route.Clients.Select(client => data.DepotCount + client), 0];
        return locations.Zip(locations.Skip(1)).Sum(pair => (long)data.DistanceBetween(pair.First, pair.Second));
    }
}
