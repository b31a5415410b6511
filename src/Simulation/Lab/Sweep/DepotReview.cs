using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The distributor's day: what arrives in the morning, what is ordered at the factory in the evening.</summary>
internal sealed class DepotReview(RegionState state)
{
    public void Morning(int day, DayTally tally)
    {
        for (var product = 0; product < state.Products.Count; product++)
        {
            var cases = state.Depot.Receive(product, day);
            tally.Arrived[product] = cases;
            tally.FactoryInvoiced += cases * state.Products.FactoryPerCase[product];
        }
    }

    public void Evening(int day, DayTally tally)
    {
        var distributor = state.Region.Distributor;
        var left = state.DistributorCash + distributor.CreditLine.MinorUnits - state.DistributorDebt.Total;
        for (var product = 0; product < state.Products.Count; product++)
            left -= state.Depot.OnTheWay[product] * state.Products.FactoryPerCase[product];
        for (var product = 0; product < state.Products.Count; product++)
        {
            state.Depot.Observe(product, tally.Ordered[product]);
            var price = state.Products.FactoryPerCase[product];
            var need = DepotOrder.Need(
                state.Depot.Position(product), state.Depot.Forecast[product], distributor.ReorderDays, distributor.CoverDays, distributor.LeastCases);
            var cases = DepotOrder.Affordable(need, left, price);
            if (cases == 0)
                continue;
            left -= cases * price;
            state.Depot.Send(product, day, cases);
            tally.Sent[product] = cases;
        }
    }
}
