using Territory.Optimizer.Genetic;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Genetic;

public sealed class PenaltyAdaptationTests
{
    [Fact]
    public void Note_AHundredTooFullAndInTime_RaisesTheOneWeightAndLowersTheOther()
    {
        var data = RandomProblem.Of(12, seed: 1, vehicles: 4);
        var penalties = new PenaltyAdaptation(data);
        var before = penalties.Weights;
        var individual = new Individual(data, 0) { LoadExcess = 1, TimeExcess = 0 };

        for (var i = 0; i < 99; i++)
            penalties.Note(individual).ShouldBeFalse();
        penalties.Weights.ShouldBe(before);
        penalties.Note(individual).ShouldBeTrue();

        // By a fifth up and by fifteen hundredths down (Vidal, 2022), to the next sixty-fourth below.
        ((double)penalties.Weights.Load).ShouldBe(before.Load * 1.2, 2);
        ((double)penalties.Weights.Time).ShouldBe(before.Time * 0.85, 2);
    }

    [Fact]
    public void Note_AFifthKeepsTheRules_LeavesTheWeights()
    {
        var data = RandomProblem.Of(12, seed: 1, vehicles: 4);
        var penalties = new PenaltyAdaptation(data);
        var before = penalties.Weights;

        for (var i = 0; i < 100; i++)
            penalties.Note(new Individual(data, 0) { LoadExcess = i % 5, TimeExcess = i % 5 });

        penalties.Weights.ShouldBe(before);
    }
}
