using Territory.Optimizer.Genetic;
using Territory.Optimizer.LocalSearch;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Genetic;

public sealed class PopulationTests
{
    [Fact]
    public void Add_Thousands_KeepsTheBestOfEachPartAndNoMoreThanItsSize()
    {
        var data = RandomProblem.Of(12, seed: 1, vehicles: 4);
        var population = new Population(data, withDirection: true);
        var weights = PenaltyWeights.Of(1, 1);
        var random = new Random(1);
        var least = long.MaxValue;
        for (var i = 0; i < 2_000; i++)
        {
            var individual = population.Rent();
            Parents.Fill(individual, data, random);
            individual.Objective = random.Next(1_000, 1_000_000);
            (individual.LoadExcess, individual.TimeExcess) = (random.Next(2), 0);
            least = individual.IsFeasible ? Math.Min(least, individual.Objective) : least;
            population.Add(individual, weights);
            population.Feasible.Count.ShouldBeInRange(0, 65);
            population.Count.ShouldBeInRange(1, 130);
        }

        population.Feasible[0].Objective.ShouldBe(least);
    }

    [Fact]
    public void Add_ManyClones_LetsThemGoBeforeAnythingElse()
    {
        var data = RandomProblem.Of(12, seed: 2, vehicles: 4);
        var population = new Population(data, withDirection: true);
        var weights = PenaltyWeights.Of(1, 1);
        // Twenty unlike individuals of high cost, then clones of one cheap individual until the least fit are let go.
        for (var i = 0; i < 66; i++)
        {
            var individual = population.Rent();
            Parents.Fill(individual, data, new Random(Math.Min(i, 20)));
            individual.Objective = i < 20 ? 1_000 + i : 500;
            (individual.LoadExcess, individual.TimeExcess) = (0, 0);
            population.Add(individual, weights);
        }

        population.Feasible.Count.ShouldBe(25);
        Enumerable.Range(0, 25).Count(i => population.Feasible[i].Objective >= 1_000).ShouldBe(20);
    }

    [Fact]
    public void Tournament_Always_PrefersTheCheaperOfEquallyIsolated()
    {
        var data = RandomProblem.Of(12, seed: 3, vehicles: 4);
        var population = new Population(data, withDirection: true);
        for (var i = 0; i < 2; i++)
        {
            var individual = population.Rent();
            Parents.Fill(individual, data, new Random(i));
            individual.Objective = i;
            (individual.LoadExcess, individual.TimeExcess) = (0, 0);
            population.Add(individual, PenaltyWeights.Of(1, 1));
        }

        var random = new Xoshiro256(1);
        // Two draws with return: the dearer one only wins where it is drawn twice, a quarter of the time.
        Enumerable.Range(0, 1_000).Count(_ => population.Tournament(random).Objective == 0).ShouldBeInRange(700, 800);
    }
}
