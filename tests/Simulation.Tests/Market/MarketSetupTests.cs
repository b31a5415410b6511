using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Market;

namespace Territory.Simulation.Tests.Market;

public sealed class MarketSetupTests
{
    [Fact]
    public void Create_SeveralThingsWrong_ListsThemAll()
    {
        var good = new TestMarket().Build();
        var terminals = good.Terminals.ToList();
        terminals[1] = terminals[0];
        terminals[2] = terminals[2] with { ListedProducts = [new ProductId("gone")] };
        terminals[3] = terminals[3] with { Rep = new RepId("nobody") };
        var problems = Should.Throw<InvalidInputException>(() => new MarketSetup(
            good.Region, good.Products, terminals, good.Distributors, good.Reps, good.Vehicles, good.Travel, 1)).Problems;
        problems.Select(problem => problem.Code).ShouldBe(
            ["market.terminal.duplicate", "market.terminal.product-unknown", "market.terminal.rep-unknown"], ignoreOrder: true);
    }
}
