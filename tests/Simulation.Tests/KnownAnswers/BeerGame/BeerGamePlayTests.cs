using Territory.Simulation.KnownAnswers.BeerGame;

namespace Territory.Simulation.Tests.KnownAnswers.BeerGame;

public sealed class BeerGamePlayTests
{
    private static readonly double[] Step = [4, 4, 4, 4, 8];

    /// <summary>
    /// Sterman 1989, table 2: benchmark costs of 46, 50, 54 and 54, by his rule with theta 0, alpha and beta 1, and S' 28 (factory 20), in 36
    /// weeks of which the first four are held at 4.
    /// </summary>
    [Fact]
    public void Play_StermansBenchmark_CostsWhatHePublished()
    {
        var outcomes = BeerGamePlay.Play(Game(36, 4, new AnchoringPolicy(0, 1, 1, 28), new AnchoringPolicy(0, 1, 1, 20)));
        outcomes.Select(outcome => outcome.Cost).ShouldBe([46, 50, 54, 54]);
        outcomes.Sum(outcome => outcome.Cost).ShouldBe(204);
    }

    /// <summary>With alpha and beta 1 and a fixed expectation the rule is a base stock of the target and the expectation together.</summary>
    [Fact]
    public void Play_BaseStockOfTheSameSize_IsTheSameGame()
    {
        var anchored = BeerGamePlay.Play(Game(36, 4, new AnchoringPolicy(0, 1, 1, 28), new AnchoringPolicy(0, 1, 1, 20)));
        var based = BeerGamePlay.Play(Game(36, 4, new BaseStockPolicy(32), new BaseStockPolicy(24)));
        for (var stage = 0; stage < 4; stage++)
            based[stage].Orders.ShouldBe(anchored[stage].Orders);
    }

    /// <summary>At rest nothing moves: 12 cases at 0.5 each week.</summary>
    [Fact]
    public void Play_ConstantDemandPassedOn_StaysAsItIs()
    {
        var outcomes = BeerGamePlay.Play(Game(20, 0, new PassOnPolicy(), new PassOnPolicy(), demand: [4]));
        outcomes.ShouldAllBe(outcome => outcome.Cost == 20 * 12 * 0.5 && outcome.LargestOrder == 4 && outcome.LargestBacklog == 0);
    }

    /// <summary>Orders passed on unchanged reach each stage two weeks after the one below; by hand the debt grows where the pipeline stays short.</summary>
    [Fact]
    public void Play_StepPassedOn_ReachesEachStageTwoWeeksLater()
    {
        var outcomes = BeerGamePlay.Play(Game(14, 0, new PassOnPolicy(), new PassOnPolicy()));
        for (var stage = 0; stage < 4; stage++)
            outcomes[stage].Orders.ToList().IndexOf(8).ShouldBe(4 + (2 * stage));
        // The retailer's beer of week 5's order comes in week 9: four weeks of 4 too few, from 12 down to -4. Two weeks behind, the wholesaler
        // does the same, is 4 short in week 10, and what it could not ship is missing at the retailer's from week 12.
        outcomes[0].NetInventory.Skip(3).ShouldBe([12, 8, 4, 0, -4, -4, -4, -4, -8, -8, -8]);
        outcomes[1].NetInventory.Skip(5).ShouldBe([12, 8, 4, 0, -4, -4, -4, -4, -8]);
    }

    /// <summary>Sterman's estimate of how people order swings more at every stage upwards.</summary>
    [Fact]
    public void Play_PeoplesRule_AmplifiesUpstream()
    {
        var people = new AnchoringPolicy(0.36, 0.26, 0.34, 17);
        var outcomes = BeerGamePlay.Play(Game(36, 4, people, people));
        for (var stage = 1; stage < 4; stage++)
            outcomes[stage].LargestOrder.ShouldBeGreaterThan(outcomes[stage - 1].LargestOrder);
        outcomes.Sum(outcome => outcome.Cost).ShouldBeGreaterThan(204);
    }

    private static BeerGameSetup Game(int weeks, int held, OrderPolicy policy, OrderPolicy factory, double[]? demand = null) => new()
    {
        Weeks = weeks,
        WeeksHeld = held,
        Demand = demand ?? Step,
        Policies = [policy, policy, policy, factory],
    };
}
