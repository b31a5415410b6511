using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>All that a region of a run is and has.</summary>
internal sealed class RegionState
{
    private const int UsualDaysBetweenCalls = 14;

    public RegionState(LabSetup setup, LabRegion region, LabDraws draws)
    {
        Setup = setup;
        Region = region;
        Draws = draws;
        Products = new ProductTable(setup);
        Layout = new RegionLayout(region, setup.Rules.Huff);
        Columns = NewColumns();
        Opening = region.Terminals.Shelves is { } shelves ? new OpeningShelves(shelves, this) : null;
        Depot = new Depot(Products.Count, region.Distributor.FactoryLeadDays);
        TerminalDebt = new Debt(region.Distributor.TerminalCreditDays);
        DistributorDebt = new Debt(region.Distributor.FactoryCreditDays);
        DistributorCash = region.Distributor.OpeningCash.MinorUnits;
        Reps = new RepRoster(region.FieldForce);
        Coverage = new Coverage(Layout, region.Cells.Count, region.Rivals.OwnPull);
        Pressure = region.Rivals.CoverageStrength > 0 ? new RivalPressure(region.Rivals, region.Cells.Count) : null;
        Switched = new int[region.Cells.Count * Products.Count];
        RivalsReact = RivalReaction.Reacts(
            draws.Uniform(DrawPurpose.LabRivals, EntityKey.Of(region.Id).Value, 0), region.Rivals.ReactionChance);
        PlanFirstCalls();
        SetPrices();
        Opening?.SetTastes();
        OpenAdopted();
        OpenDepot();
    }

    public LabSetup Setup { get; }

    public LabRegion Region { get; }

    public LabDraws Draws { get; }

    public ProductTable Products { get; }

    public RegionLayout Layout { get; }

    public RegionColumns Columns { get; }

    public Depot Depot { get; }

    public RepRoster Reps { get; }

    public Coverage Coverage { get; }

    /// <summary>Units by cell and product that shoppers will look for in another store of the cell tomorrow.</summary>
    public int[] Switched { get; }

    /// <summary>Null where nobody knows how the shelves stand on the first morning.</summary>
    public OpeningShelves? Opening { get; }

    /// <summary>Null where rivals do not answer our distribution.</summary>
    public RivalPressure? Pressure { get; }

    public bool RivalsReact { get; }

    public Debt TerminalDebt { get; }

    public Debt DistributorDebt { get; }

    public long TerminalCash { get; set; }

    public long DistributorCash { get; set; }

    public long CompanyCash { get; set; }

    public DateOnly DateOf(int day) => Setup.FirstDay.AddDays(day);

    public bool IsWorkingDay(int day) => Region.FieldForce.WorkingDays[WeekdayRule.MondayFirst(DateOf(day))];

    public int DaysBetweenCalls(int terminal) => Region.FieldForce.DaysBetweenCalls[Layout.Classes[terminal]];

    /// <summary>Our sales a day at an adopted terminal without goodwill; never 0, so that an adopted terminal always counts as one.</summary>
    public float RateOf(int terminal, double response) => (float)Math.Max(
        1e-20, Layout.UnitsPerDay[terminal] * ShelfShare.Of(Region.Rivals.OwnPull, Layout.RivalBrandsOf(terminal)) * response);

    /// <summary>At the planned frequency of calls.</summary>
    public float OpeningRateOf(int terminal) => RateOf(
        terminal, DaysBetweenCalls(terminal) is > 0 and var days ? CallResponse.OfGap(days, Setup.Rules.Response) : CallResponse.OfNone(Setup.Rules.Response));

    public double MeanOf(int terminal, int product)
    {
        var mean = Columns.Rate[terminal] * Products.Weights[product];
        return Columns.Tastes.Length == 0 ? mean : mean * Columns.Tastes[Columns.ShelfOf(terminal, product)];
    }

    public bool Lists(int terminal, int product) =>
        Layout.Classes[terminal] <= Products.ListedTo[product] && (Columns.Tastes.Length == 0 || Columns.Tastes[Columns.ShelfOf(terminal, product)] > 0);

    public ulong Hash()
    {
        var hash = new StateHash();
        hash.Add<float>(Columns.Rate);
        hash.Add<float>(Columns.Goodwill);
        hash.Add<byte>(Columns.Adopted);
        hash.Add<int>(Columns.LastCall);
        hash.Add<int>(Columns.NextCall);
        hash.Add<int>(Columns.OrderDue);
        hash.Add<ushort>(Columns.Stock);
        hash.Add<ushort>(Columns.SoldSinceCall);
        hash.Add<ushort>(Columns.OnOrder);
        hash.Add<ushort>(Columns.Carried);
        AddOptional(ref hash);
        hash.Add<long>(Depot.Cases);
        hash.Add<long>(Depot.OnTheWay);
        hash.Add<long>(Depot.Waiting);
        hash.Add<long>(Depot.Forecast);
        hash.Add<long>([TerminalCash, DistributorCash, CompanyCash, TerminalDebt.Total, DistributorDebt.Total]);
        return hash.Value;
    }

    // A rule that a market does not have leaves its digest as it was.
    private void AddOptional(ref StateHash hash)
    {
        if (Columns.Display.Length > 0)
            hash.Add<float>(Columns.Display);
        if (Columns.UsualPrice.Length > 0)
            hash.Add<float>(Columns.UsualPrice);
        if (Columns.EmptyEvenings.Length > 0)
            hash.Add<ushort>(Columns.EmptyEvenings);
        if (Columns.Counted.Length > 0)
            hash.Add<byte>(Columns.Counted);
        if (Pressure is not null)
            hash.Add<double>(Pressure.Levels);
    }

    private RegionColumns NewColumns()
    {
        var rules = Setup.Rules;
        var prices = rules.ShelfPrices.Spread.Any(spread => spread > 0) ? Layout.Count : 0;
        var isKnown = Region.Terminals.Shelves is not null;
        return new RegionColumns(Layout.Count, Products.Count)
        {
            Tastes = isKnown ? new float[Layout.Count * Products.Count] : [],
            Counted = isKnown ? new byte[Layout.Count] : [],
            Display = rules.Display.PullGain > 0 ? new float[Layout.Count] : [],
            UsualPrice = new float[prices],
            UsualPriceFactor = new float[prices],
            KeptPriceFactor = new float[prices],
            EmptyEvenings = rules.Delisting.EmptyHazard > 0 || rules.Delisting.UncalledHazard > 0 ? new ushort[Layout.Count] : [],
        };
    }

    private void SetPrices()
    {
        var prices = Setup.Rules.ShelfPrices;
        var elasticity = Setup.Rules.Response.PriceElasticity;
        for (var terminal = 0; terminal < Columns.UsualPrice.Length; terminal++)
        {
            var usual = ShelfPriceRule.Usual(
                Draws.Uniform(DrawPurpose.LabShelfPrice, Layout.Keys[terminal], 0), prices.Spread[Layout.Classes[terminal]]);
            Columns.UsualPrice[terminal] = usual;
            Columns.UsualPriceFactor[terminal] = (float)PriceRule.Factor(usual, 1, elasticity);
            Columns.KeptPriceFactor[terminal] = (float)PriceRule.Factor(ShelfPriceRule.Kept(usual, prices.Restored), 1, elasticity);
        }
    }

    /// <summary>Spreads the first calls evenly over each class's days between calls.</summary>
    private void PlanFirstCalls()
    {
        for (var terminal = 0; terminal < Layout.Count; terminal++)
        {
            if (DaysBetweenCalls(terminal) is var days and > 0)
                Columns.NextCall[terminal] = FirstCall(terminal, days, Draws.Uniform(DrawPurpose.LabFirstCall, Layout.Keys[terminal], 0));
        }
    }

    private int FirstCall(int terminal, int days, double u)
    {
        if (Opening is null)
            return (int)(u * days);
        // A round that is known is spread over the days on which it is made, so that no week begins with the calls of a weekend.
        return Opening.NextCall(terminal, days) ?? NthWorkingDay((int)(u * Enumerable.Range(0, Opening.DaysToFirstCall(terminal, days)).Count(IsWorkingDay)));
    }

    private int NthWorkingDay(int number)
    {
        var day = 0;
        while (!IsWorkingDay(day) || number-- > 0)
            day++;
        return day;
    }

    private void OpenAdopted()
    {
        if (Region.Terminals.Adopted.Length == 0)
            return;
        for (var terminal = 0; terminal < Layout.Count; terminal++)
        {
            if (!Region.Terminals.Adopted[Layout.Rows[terminal]])
                continue;
            var days = DaysBetweenCalls(terminal);
            Columns.Adopted[terminal] = 1;
            Columns.Rate[terminal] = OpeningRateOf(terminal);
            Coverage.Adopt(terminal);
            if (Opening is not null)
            {
                Opening.Fill(terminal, Setup.Rules.Ordering.LeadDays);
                continue;
            }

            for (var product = 0; product < Products.Count; product++)
            {
                if (!Lists(terminal, product))
                    continue;
                var units = Math.Ceiling(MeanOf(terminal, product) * (days > 0 ? days : UsualDaysBetweenCalls));
                Columns.Stock[Columns.ShelfOf(terminal, product)] = (ushort)Math.Min(ShelfOrder.MostUnits, units);
            }
        }
    }

    private void OpenDepot()
    {
        var distributor = Region.Distributor;
        for (var product = 0; product < Products.Count; product++)
        {
            var units = 0.0;
            for (var terminal = 0; terminal < Layout.Count; terminal++)
            {
                if (Columns.Adopted[terminal] != 0 && Lists(terminal, product))
                    units += MeanOf(terminal, product);
                Depot.Waiting[product] += Columns.OnOrder[Columns.ShelfOf(terminal, product)] / Products.UnitsPerCase[product];
            }

            Depot.Forecast[product] = (long)(units * 1000 / Products.UnitsPerCase[product]);
            Depot.Cases[product] = DepotOrder.Target(Depot.Forecast[product], distributor.CoverDays, distributor.LeastCases);
        }
    }
}
