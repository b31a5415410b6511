using Territory.Model.Schedules;
using Territory.Optimizer.Inventory;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Inventory;

public sealed class QuantityFlowTests
{
    /// <summary>Expected: the least over all quantities that the levels leave room for, each priced as a draft of its own.</summary>
    [Fact]
    public void Optimise_RandomVisits_FindsTheCheapestQuantities()
    {
        for (var seed = 0; seed < Draws.Of(150); seed++)
        {
            var data = new DraftProblem(RandomInventory.Draw(seed, ReplenishmentPolicy.MaximumLevel, hasShortageCost: seed % 2 == 0));
            // A route that is late from the start is no schedule, whatever its quantities.
            if (data.ServicePerUnit > 0)
                continue;
            var random = new Random(seed);
            var visits = new List<(int Period, int Customer, int Vehicle)>();
            for (var customer = 1; customer < data.Width; customer++)
            {
                for (var t = 0; t < data.Periods && visits.Count < 5; t++)
                {
                    // Above its maximum nothing may be delivered, not even nothing.
                    if (data.Starting[customer] <= data.Maximum[customer] && random.Next(2) == 0)
                        visits.Add((t, customer, random.Next(data.Vehicles)));
                }
            }

            var least = Cheapest(data, visits, []);
            var draft = With(data, visits, [.. visits.Select(_ => 0)]).ShouldNotBeNull();

            new QuantityFlow(data).Optimise(draft);

            StockCost(draft, data).ShouldBe(least, $"seed {seed}");
        }
    }

    private static long Cheapest(DraftProblem data, List<(int Period, int Customer, int Vehicle)> visits, int[] chosen)
    {
        if (chosen.Length == visits.Count)
            return With(data, visits, chosen) is { } draft ? StockCost(draft, data) : long.MaxValue;
        return Enumerable.Range(0, data.Maximum[visits[chosen.Length].Customer] + 1).Min(quantity => Cheapest(data, visits, [.. chosen, quantity]));
    }

    /// <summary>The breach price counts overloads; what is driven does not depend on quantities.</summary>
    private static long StockCost(Draft draft, DraftProblem data) => draft.Stocks + draft.SupplierCost + (data.BreachPrice * draft.Violation);

    private static Draft? With(DraftProblem data, List<(int Period, int Customer, int Vehicle)> visits, int[] quantities)
    {
        var draft = new Draft(data);
        foreach (var ((period, customer, vehicle), quantity) in visits.Zip(quantities))
            draft.Insert(period, customer, (period * data.Vehicles) + vehicle, 0, quantity);
        for (var customer = 1; customer < data.Width; customer++)
        {
            draft.Recount(customer);
            var level = data.Starting[customer];
            for (var t = 0; t < data.Periods; t++)
            {
                var place = (t * data.Width) + customer;
                if (draft.RouteOf[place] != Draft.None && (level += draft.Quantity[place]) > data.Maximum[customer])
                    return null;
                level = Math.Max(data.Minimum[customer], level - data.Consumption[place]);
            }
        }

        return draft;
    }
}
