using Territory.Model.Quantities;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Adds days up to weeks and takes the region's state on each week's last evening.</summary>
internal sealed class WeekTally(RegionState state)
{
    private const int DaysPerWeek = 7;

    private readonly List<LabWeek> weeks = [];
    private LabWeek sums = Empty;
    private long sold;
    private double rivals;
    private long listedDays;
    private long emptyDays;
    private int called;

    public IReadOnlyList<LabWeek> Weeks => weeks;

    private static LabWeek Empty { get; } = new() { Number = 0, LastDay = DateOnly.MinValue };

    public void Add(int day, DayTally tally)
    {
        called += tally.FirstCalls;
        rivals += tally.RivalUnits + tally.Sales.ToRivals;
        listedDays += tally.Sales.ListedDays;
        emptyDays += tally.Sales.EmptyDays;
        double casesSold = 0, casesLost = 0;
        long delivered = 0, ordered = 0, goods = 0, margin = 0;
        for (var product = 0; product < state.Products.Count; product++)
        {
            double size = state.Products.UnitsPerCase[product];
            var cases = tally.Delivered[product];
            sold += tally.Sales.Sold[product];
            casesSold += tally.Sales.Sold[product] / size;
            casesLost += tally.Sales.Lost[product] / size;
            delivered += cases;
            ordered += tally.Ordered[product];
            goods += cases * state.Products.CostPerCase[product];
            margin += cases * (state.Products.ChannelPerCase[product] - state.Products.FactoryPerCase[product]);
        }

        sums = sums with
        {
            Calls = sums.Calls + tally.Calls,
            Delisted = sums.Delisted + tally.Delisted,
            CasesSold = sums.CasesSold + casesSold,
            CasesLost = sums.CasesLost + casesLost,
            CasesDelivered = sums.CasesDelivered + delivered,
            CasesOrdered = sums.CasesOrdered + ordered,
            Revenue = sums.Revenue + new Money(tally.Invoiced),
            Costs = sums.Costs + new LabCosts
            {
                Goods = new Money(goods),
                DistributorMargin = new Money(margin),
                Reps = new Money(tally.RepCost),
                Vehicles = new Money(tally.VehicleCost),
                Promotions = new Money(tally.PromotionCost),
            },
            CallMinutes = sums.CallMinutes + tally.CallMinutes,
            RepTravelMinutes = sums.RepTravelMinutes + tally.RepTravelMinutes,
            RepKilometres = sums.RepKilometres + tally.RepKilometres,
            Drops = sums.Drops + tally.Drops,
            VehicleMinutes = sums.VehicleMinutes + tally.VehicleMinutes,
            VehicleKilometres = sums.VehicleKilometres + tally.VehicleKilometres,
        };
        if ((day + 1) % DaysPerWeek == 0 || day + 1 == state.Setup.Days)
            Close(day);
    }

    private void Close(int day)
    {
        var (numeric, weight) = OnShelf();
        weeks.Add(sums with
        {
            Number = weeks.Count + 1,
            LastDay = state.DateOf(day),
            Terminals = state.Layout.Count,
            TerminalsCalled = called,
            Adopted = state.Columns.Adopted.AsSpan().Count((byte)1),
            NumericDistribution = (double)numeric / state.Layout.Count,
            WeightedDistribution = state.Coverage.WeightedOf(weight),
            Share = sold + rivals > 0 ? sold / (sold + rivals) : 0,
            UnitsSold = sold,
            UnitsOfRivals = rivals,
            OutOfStockRate = listedDays == 0 ? 0 : (double)emptyDays / listedDays,
            Cash = new Money(state.CompanyCash),
            DistributorCash = new Money(state.DistributorCash),
            TerminalReceivables = new Money(state.TerminalDebt.Total),
            DistributorReceivables = new Money(state.DistributorDebt.Total),
            WorkingCapital = new Money(GoodsAtFactoryPrice() + state.TerminalDebt.Total - state.DistributorDebt.Total),
            Reps = state.Reps.Count,
            TrainedReps = state.Reps.Trained,
            MeanSkill = state.Reps.MeanSkill,
            DropsWaiting = Waiting(day),
        });
        sums = Empty;
        (sold, rivals, listedDays, emptyDays) = (0, 0, 0, 0);
    }

    private int Waiting(int day)
    {
        var count = 0;
        foreach (var due in state.Columns.OrderDue)
            count += due <= day ? 1 : 0;
        return count;
    }

    private (int Numeric, long Weight) OnShelf()
    {
        var numeric = 0;
        long weight = 0;
        for (var terminal = 0; terminal < state.Layout.Count; terminal++)
        {
            if (state.Columns.Adopted[terminal] == 0 || !state.Columns.Stock.AsSpan(state.Columns.ShelfOf(terminal, 0), state.Columns.Products).ContainsAnyExcept((ushort)0))
                continue;
            numeric++;
            weight += state.Layout.WeightOf(terminal);
        }

        return (numeric, weight);
    }

    private long GoodsAtFactoryPrice()
    {
        long sum = 0;
        for (var product = 0; product < state.Products.Count; product++)
            sum += (state.Depot.Cases[product] + state.Depot.OnTheWay[product]) * state.Products.FactoryPerCase[product];
        return sum;
    }
}
