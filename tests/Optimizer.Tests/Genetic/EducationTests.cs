using Territory.Optimizer.Genetic;
using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Genetic;

public sealed class EducationTests
{
    [Fact]
    public void Run_RandomIndividuals_StatesWhatWalkingThemCostsAndIsNoWorse()
    {
        const long loadWeight = 5;
        const long timeWeight = 2;
        var weights = PenaltyWeights.Of(loadWeight, timeWeight);
        for (var seed = 1; seed <= 20; seed++)
        {
            var data = RandomProblem.Of(16, seed, vehicles: 5);
            var education = new Education(new SearchSpace(data), new PlaneCoordinates(data));
            var random = new Random(seed);
            for (var i = 0; i < 3; i++)
            {
                var individual = Parents.Random(data, random);
                var before = Walked(data, individual);

                education.Run(individual, [], weights, new Xoshiro256((ulong)seed)).ShouldBeTrue();

                var walked = Walked(data, individual);
                walked.ShouldBe(individual.Objective + (loadWeight * individual.LoadExcess) + (timeWeight * individual.TimeExcess));
                walked.ShouldBeLessThan(before);
                individual.Tour.ToArray().Order().ShouldBe(Enumerable.Range(data.DepotCount, data.ClientCount));
            }
        }

        long Walked(ProblemData data, Individual individual) => Enumerable.Range(0, individual.RouteCount)
            .Sum(i => PenalisedOracle.Cost(data, individual.VehicleOf(i), individual.Route(i), individual.RouteWindows(i), loadWeight, timeWeight));
    }

    [Fact]
    public void Run_OfNobodyWithEverybodyMissing_ServesAll()
    {
        var data = RandomProblem.Of(16, seed: 1, vehicles: 5);
        var individual = new Individual(data, 0);
        int[] missing = [.. Enumerable.Range(data.DepotCount, data.ClientCount)];

        new Education(new SearchSpace(data), new PlaneCoordinates(data)).Run(individual, missing, PenaltyWeights.Of(5, 2), new Xoshiro256(1)).ShouldBeTrue();

        individual.Tour.ToArray().Order().ShouldBe(Enumerable.Range(data.DepotCount, data.ClientCount));
    }
}
