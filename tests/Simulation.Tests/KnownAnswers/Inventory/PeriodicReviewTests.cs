using Territory.Simulation.KnownAnswers.Inventory;

namespace Territory.Simulation.Tests.KnownAnswers.Inventory;

public sealed class PeriodicReviewTests
{
    /// <summary>stockpyl's documentation of s_s_discrete_exact.</summary>
    [Fact]
    public void Optimum_PublishedExample_IsFourAndTen()
    {
        var best = new PeriodicReview(6, 1, 4, 5).Optimum();
        (best.ReorderPoint, best.OrderUpTo).ShouldBe((4, 10));
        best.Cost.ShouldBe(8.034111561471644, 1e-12);
    }

    /// <summary>The stationary law of the stock by iterating its Markov chain, which knows no renewal density.</summary>
    [Theory]
    [InlineData(6, 1, 4, 5, 4, 10)]
    [InlineData(6, 1, 4, 5, 6, 18)]
    [InlineData(0.7, 2, 9, 20, -1, 6)]
    [InlineData(3.3, 0.5, 1, 0, 2, 3)]
    public void Cost_AnyPolicy_IsThatOfItsMarkovChain(double mean, double holding, double shortage, double setup, int s, int upTo)
    {
        var law = new PoissonLaw(mean);
        // After ordering the stock is one of s + 1 ... S.
        var states = upTo - s;
        var share = Enumerable.Repeat(1.0 / states, states).ToArray();
        for (var turn = 0; turn < 4_000; turn++)
        {
            var next = new double[states];
            for (var state = 0; state < states; state++)
            {
                for (var demand = 0; demand <= law.Last; demand++)
                {
                    var left = s + 1 + state - demand;
                    next[(left <= s ? upTo : left) - s - 1] += share[state] * law.Probability(demand);
                }
            }

            share = next;
        }

        var cost = 0.0;
        for (var state = 0; state < states; state++)
        {
            for (var demand = 0; demand <= law.Last; demand++)
            {
                var left = s + 1 + state - demand;
                cost += share[state] * law.Probability(demand) * ((left > 0 ? holding * left : -shortage * left) + (left <= s ? setup : 0));
            }
        }

        new PeriodicReview(mean, holding, shortage, setup).Cost(s, upTo).ShouldBe(cost, 1e-9);
    }

    /// <summary>Every policy within reach is priced; none may be cheaper.</summary>
    [Theory]
    [InlineData(6, 1, 4, 5, 0)]
    [InlineData(6, 1, 4, 5, 2)]
    [InlineData(0.4, 1, 30, 12, 0)]
    [InlineData(9, 2, 1, 40, 1)]
    [InlineData(12, 1, 9, 0, 0)]
    [InlineData(2.5, 3, 3, 64, 3)]
    public void Optimum_AgainstEveryPolicy_IsTheCheapest(double mean, double holding, double shortage, double setup, int leadTime)
    {
        var review = new PeriodicReview(mean, holding, shortage, setup, leadTime);
        var best = review.Optimum();
        best.Cost.ShouldBe(review.Cost(best.ReorderPoint, best.OrderUpTo), 1e-12);
        for (var s = -30; s < 45; s++)
        {
            for (var upTo = s + 1; upTo < s + 60; upTo++)
                review.Cost(s, upTo).ShouldBeGreaterThanOrEqualTo(best.Cost - 1e-9);
        }
    }
}
