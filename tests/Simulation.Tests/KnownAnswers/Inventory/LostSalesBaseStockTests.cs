using Territory.Simulation.KnownAnswers.Inventory;

namespace Territory.Simulation.Tests.KnownAnswers.Inventory;

public sealed class LostSalesBaseStockTests
{
    /// <summary>a^S / S! over the sum of a^k / k!.</summary>
    [Theory]
    [InlineData(3, 5)]
    [InlineData(0.5, 0)]
    [InlineData(12, 9)]
    public void LostShare_AnyBaseStock_IsErlangsQuotient(double load, int stock)
    {
        var terms = new double[stock + 1];
        terms[0] = 1;
        for (var k = 1; k <= stock; k++)
            terms[k] = terms[k - 1] * load / k;
        new LostSalesBaseStock(load).LostShare(stock).ShouldBe(terms[^1] / terms.Sum(), 1e-14);
    }

    [Fact]
    public void Optimum_AgainstEveryBaseStock_IsTheCheapest()
    {
        var system = new LostSalesBaseStock(3);
        double Cost(int stock) => system.OnHand(stock) + (20 * 3 * system.LostShare(stock));
        var (best, cost) = system.Optimum(3, 1, 20);
        cost.ShouldBe(Cost(best), 1e-12);
        for (var stock = 0; stock < 40; stock++)
            Cost(stock).ShouldBeGreaterThanOrEqualTo(cost - 1e-12);
    }
}
