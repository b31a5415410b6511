using Territory.Market.Benchmarks.ObjectModel;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Tests.Lab.Sweep;

/// <summary>The columns against the same rules with an object for every terminal, shelf, rep and distributor: an independent implementation.</summary>
public sealed class ObjectModelTests
{
    public static TheoryData<int> Setups => [.. Enumerable.Range(0, 30)];

    [Theory]
    [MemberData(nameof(Setups))]
    public void Run_RandomSetup_EqualsTheObjectsToTheBit(int number)
    {
        var setup = RandomLab.Of(number);
        var antithetic = number % 2 == 1;
        var result = LabSimulator.Run(setup, new LabRunOptions((ulong)number * 7919, antithetic));
        for (var index = 0; index < setup.Regions.Count; index++)
        {
            var market = new MarketAgent(setup, setup.Regions[index], (ulong)number * 7919, antithetic);
            var region = result.Regions[index];
            for (var day = 0; day < setup.Days; day++)
            {
                var flow = market.RunDay(day);
                var book = region.Books[day];
                for (var product = 0; product < setup.Products.Count; product++)
                {
                    var size = setup.Products[product].UnitsPerCase;
                    var line = book.Goods[product];
                    (line.Sold, line.Delivered, line.Arrived, line.Ordered)
                        .ShouldBe((flow.Sold[product], flow.Delivered[product] * size, flow.Arrived[product] * size, flow.Sent[product] * size));
                }

                (book.Cash.TerminalCash, book.Cash.CompanyCash, book.Cash.DistributorCash)
                    .ShouldBe((market.TerminalCash, market.CompanyCash, market.Distributor.Cash));
                // Every terminal, every product, every day: opening stock, received and sold make the stock.
                market.Terminals.ShouldAllBe(terminal => terminal.Shelves.TrueForAll(shelf => shelf.Balances));
            }

            region.StateHash.ShouldBe(MarketDigest.Of(market));
        }
    }

    [Theory]
    [MemberData(nameof(Setups))]
    public void Weeks_RandomSetup_AreTheSumsOfTheObjectsDays(int number)
    {
        var setup = RandomLab.Of(number);
        var region = LabSimulator.Run(setup, new LabRunOptions(1)).Regions[0];
        var market = new MarketAgent(setup, setup.Regions[0], 1);
        foreach (var week in region.Weeks)
        {
            var days = Math.Min(setup.Days, week.Number * 7) - ((week.Number - 1) * 7);
            DayFlow[] flows = [.. Enumerable.Range((week.Number - 1) * 7, days).Select(market.RunDay)];
            week.Calls.ShouldBe(flows.Sum(flow => flow.Calls));
            week.Drops.ShouldBe(flows.Sum(flow => flow.Drops));
            week.UnitsSold.ShouldBe(flows.Sum(flow => flow.Sold.Sum()));
            week.CasesDelivered.ShouldBe(flows.Sum(flow => flow.Delivered.Sum()));
            week.CasesOrdered.ShouldBe(flows.Sum(flow => flow.Ordered.Sum()));
            week.Revenue.MinorUnits.ShouldBe(flows.Sum(flow => flow.Invoiced));
            week.Costs.Reps.MinorUnits.ShouldBe(flows.Sum(flow => flow.RepCost));
            week.Costs.Vehicles.MinorUnits.ShouldBe(flows.Sum(flow => flow.VehicleCost));
            week.Costs.Promotions.MinorUnits.ShouldBe(flows.Sum(flow => flow.PromotionCost));
            week.CasesLost.ShouldBe(
                flows.Sum(flow => flow.Lost.Select((units, product) => (double)units / setup.Products[product].UnitsPerCase).Sum()), 1e-6);
            week.OutOfStockRate.ShouldBe(
                flows.Sum(flow => flow.EmptyDays) / (double)Math.Max(1, flows.Sum(flow => flow.ListedDays)), 1e-12);
            week.UnitsOfRivals.ShouldBe(flows.Sum(flow => flow.RivalUnits + flow.ToRivals), 1e-6 * (1 + week.UnitsOfRivals));
            week.CallMinutes.ShouldBe(flows.Sum(flow => flow.CallMinutes), 1e-6);
            week.RepKilometres.ShouldBe(flows.Sum(flow => flow.RepKilometres), 1e-6);
            week.VehicleMinutes.ShouldBe(flows.Sum(flow => flow.VehicleMinutes), 1e-6);
            week.Delisted.ShouldBe(flows.Sum(flow => flow.Delisted));
            week.Adopted.ShouldBe(market.Terminals.Count(terminal => terminal.HasAdopted));
            week.TerminalsCalled.ShouldBe(market.Terminals.Count(terminal => terminal.LastCall >= 0));
            week.NumericDistribution.ShouldBe(
                market.Terminals.Count(terminal => terminal.HasAdopted && terminal.Shelves.Exists(shelf => shelf.Stock > 0)) / (double)market.Terminals.Count, 1e-12);
            week.WeightedDistribution.ShouldBe(
                market.WeightedOf(market.Terminals.Where(terminal => terminal.HasAdopted && terminal.Shelves.Exists(shelf => shelf.Stock > 0)).Sum(terminal => terminal.Weight)), 1e-12);
        }
    }
}
