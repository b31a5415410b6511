using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The days of one region: arrivals, deliveries, sales, calls, the depot's order, the evening.</summary>
/// <remarks>
/// What couples terminals happens between sweeps: the depot's stock and the vehicles' capacity in the morning, the reps' minutes after the sales, and in the
/// evening the neighbours' share, who drops us, the rivals' pressure and the shoppers who go to another store, all of which count from tomorrow on.
/// </remarks>
internal sealed class RegionRun
{
    private readonly RegionState state;
    private readonly SalesSweep sweep;
    private readonly DeliveryRound deliveries;
    private readonly CallRound calls;
    private readonly DepotReview depot;
    private readonly Delisting? delisting;
    private readonly SwitchedDemand switched;
    private readonly Books books;
    private readonly WeekTally weeks;
    private readonly DayTally tally;
    private readonly double[] factors;
    private readonly DemandLaw law;
    private readonly CountTable table;

    public RegionRun(LabSetup setup, LabRegion region, LabDraws draws, int threads, bool scalar, ILabDeliveries? log = null, int index = 0)
    {
        state = new RegionState(setup, region, draws);
        sweep = new SalesSweep(state, threads, scalar);
        deliveries = new DeliveryRound(state, log, index);
        calls = new CallRound(state);
        depot = new DepotReview(state);
        delisting = Delisting.Of(state);
        switched = new SwitchedDemand(state);
        books = new Books(state);
        weeks = new WeekTally(state);
        tally = new DayTally(state.Products.Count);
        factors = new double[state.Products.Count];
        law = setup.Rules.Demand == LabRuleNames.NegativeBinomial ? DemandLaw.NegativeBinomial(setup.Rules.DemandSize) : DemandLaw.Poisson;
        table = CountTable.Of(law);
    }

    public void RunDay(int day)
    {
        var date = state.DateOf(day);
        tally.Clear();
        depot.Morning(day, tally);
        deliveries.Run(day, tally);
        var category = state.Products.DayFactors(date, state.Region.Rivals, state.RivalsReact, factors);
        if (day == 0 && state.Opening is not null)
        {
            category *= OpeningShelves.PartOfFirstDay;
            for (var product = 0; product < factors.Length; product++)
                factors[product] *= OpeningShelves.PartOfFirstDay;
        }

        sweep.Run(new SalesDay(date.DayNumber, day, factors, law, table, state.Draws), tally.Sales);
        tally.RivalUnits = (state.Coverage.RivalThousandths - tally.Sales.ShareGained) / 1000.0 * category;
        calls.Run(day, tally);
        depot.Evening(day, tally);
        calls.Close();
        delisting?.Run(day, tally);
        state.Pressure?.Close(state.Coverage);
        switched.Run(day, tally.Sales);
        tally.PromotionCost = state.Products.PromotionCost(date);
        books.Close(day, tally);
        weeks.Add(day, tally);
    }

    public LabRegionResult Result() => new()
    {
        Region = state.Region.Id,
        Weeks = weeks.Weeks,
        Books = books.Days,
        StateHash = state.Hash(),
    };
}
