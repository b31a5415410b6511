using Territory.Simulation.KnownAnswers.Inventory;

namespace Territory.Simulation.Tests.KnownAnswers.Inventory;

public sealed class ContinuousReviewTests
{
    /// <summary>Snyder and Shen 2019, example 5.8; stockpyl's documentation of r_q_poisson_exact.</summary>
    [Fact]
    public void Optimum_PublishedExample_IsThreeAndFive()
    {
        var best = new ContinuousReview(1.5, 2, 20, 150, 100).Optimum();
        (best.ReorderPoint, best.Quantity).ShouldBe((3, 5));
        best.Cost.ShouldBe(107.92358063314975, 1e-10);
    }

    [Theory]
    [InlineData(1.5, 2, 20, 150, 100)]
    [InlineData(10, 0.5, 1, 9, 30)]
    [InlineData(4, 3, 2, 1, 0)]
    [InlineData(0.2, 0, 1, 5, 8)]
    public void Optimum_AgainstEveryPolicy_IsTheCheapest(double rate, double leadTime, double holding, double shortage, double setup)
    {
        var review = new ContinuousReview(rate, leadTime, holding, shortage, setup);
        var best = review.Optimum();
        best.Cost.ShouldBe(review.Cost(best.ReorderPoint, best.Quantity), 1e-9);
        for (var r = -40; r < 40; r++)
        {
            for (var quantity = 1; quantity < 60; quantity++)
                review.Cost(r, quantity).ShouldBeGreaterThanOrEqualTo(best.Cost - 1e-9);
        }
    }

    /// <summary>Without an order cost every unit is ordered by itself: a base stock of the newsvendor's size.</summary>
    [Fact]
    public void Optimum_FreeOrders_IsABaseStock()
    {
        var best = new ContinuousReview(3, 1, 1, 9, 0).Optimum();
        best.Quantity.ShouldBe(1);
        (best.ReorderPoint + 1).ShouldBe(new PoissonLaw(3).Quantile(0.9));
    }
}
