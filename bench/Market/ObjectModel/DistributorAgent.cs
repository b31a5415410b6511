using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>The distributor: depot, money, vehicles.</summary>
internal sealed class DistributorAgent(MarketAgent market)
{
    private readonly LabDistributor file = market.Region.Distributor;
    private int nextDrop;

    public List<DistributorGoods> Goods { get; } = [.. market.Products.Select(_ => new DistributorGoods())];

    public long Cash { get; set; } = market.Region.Distributor.OpeningCash.MinorUnits;

    public Account FromTerminals { get; } = new(market.Region.Distributor.TerminalCreditDays);

    public Account ToFactory { get; } = new(market.Region.Distributor.FactoryCreditDays);

    public void Open()
    {
        foreach (var product in market.Products)
        {
            var units = 0.0;
            foreach (var terminal in market.Terminals.Where(terminal => terminal.HasAdopted && terminal.Lists(product)))
                units += terminal.MeanOf(product);
            var goods = Goods[product.Number];
            goods.Forecast = (long)(units * 1000 / product.Size);
            goods.Depot = DepotOrder.Target(goods.Forecast, file.CoverDays, file.LeastCases);
        }
    }

    public void Receive(int day, DayFlow flow)
    {
        foreach (var product in market.Products)
        {
            if (!Goods[product.Number].OnTheWay.Remove(day, out var cases))
                continue;
            Goods[product.Number].Depot += cases;
            flow.Arrived[product.Number] = cases;
            flow.FactoryInvoiced += cases * product.File.FactoryPerCase.MinorUnits;
        }
    }

    public void Order(int day, DayFlow flow)
    {
        var left = Cash + file.CreditLine.MinorUnits - ToFactory.Total
            - market.Products.Sum(product => Goods[product.Number].TotalOnTheWay * product.File.FactoryPerCase.MinorUnits);
        foreach (var product in market.Products)
        {
            var goods = Goods[product.Number];
            goods.Forecast = DepotOrder.Forecast(goods.Forecast, flow.Ordered[product.Number]);
            var position = goods.Depot + goods.TotalOnTheWay - goods.Waiting;
            var need = DepotOrder.Need(position, goods.Forecast, file.ReorderDays, file.CoverDays, file.LeastCases);
            var cases = DepotOrder.Affordable(need, left, product.File.FactoryPerCase.MinorUnits);
            if (cases == 0)
                continue;
            left -= cases * product.File.FactoryPerCase.MinorUnits;
            goods.OnTheWay.Add(day + file.FactoryLeadDays, cases);
            flow.Sent[product.Number] = cases;
        }
    }

    public void Deliver(int day, DayFlow flow)
    {
        var fleet = market.Region.Fleet;
        if (fleet.Vehicles == 0 || !market.IsWorkingDay(day))
            return;
        var costs = market.Region.FieldCosts;
        var area = costs.AreaSquareKilometres / fleet.Vehicles;
        long drops = fleet.Vehicles * FieldDayRule.StopsIn(
            fleet.MinutesPerDay, area, costs.DropFixedMinutes, costs.DropMinutesPerRoot, costs.DropMinutes);
        long casesLeft = fleet.Vehicles * fleet.CasesPerDay;
        var start = nextDrop;
        for (var step = 0; step < market.Terminals.Count && drops > 0 && casesLeft > 0; step++)
        {
            var index = (start + step) % market.Terminals.Count;
            if (market.Terminals[index].OrderDue > day)
                continue;
            var cases = market.Terminals[index].Deliver(casesLeft, flow);
            if (cases == 0)
                continue;
            casesLeft -= cases;
            drops--;
            flow.Drops++;
            nextDrop = index + 1;
        }

        for (var size = flow.Drops / fleet.Vehicles; size <= (flow.Drops / fleet.Vehicles) + 1; size++)
        {
            var more = flow.Drops % fleet.Vehicles;
            var vehicles = size == flow.Drops / fleet.Vehicles ? fleet.Vehicles - more : more;
            flow.VehicleMinutes += vehicles
                * (FieldDayRule.Travel(size, area, costs.DropFixedMinutes, costs.DropMinutesPerRoot) + (size * costs.DropMinutes));
            flow.VehicleKilometres += vehicles * FieldDayRule.Travel(size, area, costs.DropFixedKilometres, costs.DropKilometresPerRoot);
        }

        flow.VehicleCost = (fleet.Vehicles * fleet.CostPerVehicleDay.MinorUnits)
            + (long)((flow.VehicleKilometres * fleet.CostPerKilometre.MinorUnits) + 0.5);
    }
}
