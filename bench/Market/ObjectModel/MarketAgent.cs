using Territory.Model.Calendar;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Randomness;

namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>
/// The market of one region with an object for every terminal, shelf, rep, cell and distributor: the lab's rules as one would first write them.
/// It is the baseline that the columns are measured against and the oracle that they must equal to the bit.
/// </summary>
internal sealed class MarketAgent
{
    private readonly LabSetup setup;
    private readonly List<CellAgent> cells;
    private readonly List<RepAgent> reps = [];
    private readonly long weight;
    private long adoptedWeight;
    private long rivalWeight;

    public MarketAgent(LabSetup setup, LabRegion region, ulong seed, bool antithetic = false)
    {
        this.setup = setup;
        Region = region;
        Seed = seed;
        Flip = antithetic ? uint.MaxValue : 0;
        var total = 0.0;
        foreach (var product in setup.Products)
            total += product.Weight;
        Products = [.. setup.Products.Select((product, number) => new ProductAgent(product, number, product.Weight / total, PriceFactor(product)))];
        Law = Rules.Demand == LabRuleNames.NegativeBinomial ? DemandLaw.NegativeBinomial(Rules.DemandSize) : DemandLaw.Poisson;
        OutOfStock = new OutOfStockRule(Rules.OutOfStock);
        GoodwillKept = (float)(1 - Rules.Response.GoodwillDecay);
        PricesStray = Rules.ShelfPrices.Spread.Any(spread => spread > 0);
        DisplayKept = DisplayRule.Kept(Rules.Display.HalfLifeDays);
        Distributor = new DistributorAgent(this);

        cells = [.. Enumerable.Range(0, region.Cells.Count).Select(_ => new CellAgent(Products.Count))];
        var file = region.Terminals;
        foreach (var row in Enumerable.Range(0, file.Count).OrderBy(row => file.Cells[row]).ThenBy(row => file.Classes[row]).ThenBy(row => file.Keys[row]))
        {
            var terminal = new TerminalAgent(this, file, row, cells[file.Cells[row]]);
            terminal.Cell.Terminals.Add(terminal);
            Terminals.Add(terminal);
        }

        ConsumerChoice.Divide(region, Terminals, Rules.Huff);
        foreach (var terminal in Terminals)
        {
            weight += terminal.Weight;
            rivalWeight += terminal.RivalWeight(adopted: false);
        }

        RivalsReact = RivalReaction.Reacts(Uniform(DrawPurpose.LabRivals, EntityKey.Of(region.Id).Value, 0), region.Rivals.ReactionChance);
        foreach (var terminal in Terminals.Where(terminal => file.Adopted.Length > 0 && file.Adopted[terminal.Row]))
        {
            terminal.Open();
            Count(terminal);
        }

        Distributor.Open();
    }

    public LabRegion Region { get; }

    public LabRules Rules => setup.Rules;

    public ulong Seed { get; }

    public uint Flip { get; }

    public List<ProductAgent> Products { get; }

    public IReadOnlyList<CellAgent> Cells => cells;

    public List<TerminalAgent> Terminals { get; } = [];

    public List<TerminalAgent> AdoptedToday { get; } = [];

    public DistributorAgent Distributor { get; }

    public DemandLaw Law { get; }

    public OutOfStockRule OutOfStock { get; }

    public float GoodwillKept { get; }

    public float DisplayKept { get; }

    /// <summary>Whether display or rivals' pressure move the share of a shelf.</summary>
    public bool SharesMove => Rules.Display.PullGain > 0 || Region.Rivals.CoverageStrength > 0;

    public bool PricesStray { get; }

    public bool RivalsReact { get; }

    public double Coverage { get; private set; }

    public long TerminalCash { get; private set; }

    public long CompanyCash { get; private set; }

    public double WeightedOf(long part) => weight == 0 ? 0 : (double)part / weight;

    public int CalendarDay(int day) => setup.FirstDay.DayNumber + day;

    public bool IsWorkingDay(int day) => Region.FieldForce.WorkingDays[WeekdayRule.MondayFirst(setup.FirstDay.AddDays(day))];

    public double Uniform(DrawPurpose purpose, ulong key, int calendarDay, int index = 0)
    {
        var draw = Draw.At((long)Seed, purpose, new EntityKey(key), new SimDay(calendarDay), index);
        return DemandLaw.Uniform((uint)draw.NextBits() ^ Flip);
    }

    /// <summary>Where four numbers share a block of random words, the one of the given number.</summary>
    public double UniformOfFour(DrawPurpose purpose, ulong key, int calendarDay, int number)
    {
        var draw = Draw.At((long)Seed, purpose, new EntityKey(key), new SimDay(calendarDay), number / 4);
        var bits = draw.NextBits();
        if (number % 4 >= 2)
            bits = draw.NextBits();
        return DemandLaw.Uniform((uint)(number % 2 == 0 ? bits : bits >> 32) ^ Flip);
    }

    public DayFlow RunDay(int day)
    {
        var date = setup.FirstDay.AddDays(day);
        var flow = new DayFlow(Products.Count);
        Distributor.Receive(day, flow);
        Distributor.Deliver(day, flow);
        var weekday = WeekdayRule.Factor(Rules.Weekdays, date);
        foreach (var product in Products)
            product.Begin(date, weekday, Region.Rivals, RivalsReact);
        foreach (var terminal in Terminals)
            terminal.SellDay(day, flow);
        var season = 0.0;
        foreach (var product in Products)
            season += product.Weight * product.Season;
        flow.RivalUnits = (rivalWeight - flow.ShareGained) / 1000.0 * (season * weekday);
        Staff(date);
        if (reps.Count > 0 && IsWorkingDay(day))
        {
            Coverage = WeightedOf(adoptedWeight);
            foreach (var rep in reps)
                rep.Work(day, Region.FieldCosts.AreaSquareKilometres / reps.Count, flow);
        }

        Distributor.Order(day, flow);
        foreach (var terminal in AdoptedToday)
            Count(terminal);
        AdoptedToday.Clear();
        var dropUs = Rules.Delisting.EmptyHazard > 0 || Rules.Delisting.UncalledHazard > 0;
        foreach (var terminal in Terminals.Where(terminal => dropUs && terminal.HasAdopted && terminal.WouldDropUs(day)))
        {
            terminal.DropUs(flow);
            terminal.Cell.Adopted--;
            adoptedWeight -= terminal.Weight;
            rivalWeight += terminal.RivalWeight(adopted: false) - terminal.RivalWeight(adopted: true);
        }

        foreach (var cell in cells.Where(_ => Region.Rivals.CoverageStrength > 0))
            cell.Answer(Region.Rivals);
        foreach (var cell in cells)
            SendOn(cell, date.DayNumber, flow);
        flow.PromotionCost = Products.Sum(product => product.PromotionCostOn(date));
        Pay(day, flow);
        return flow;
    }

    private double PriceFactor(LabProduct product) => PriceRule.Factor(
        product.RetailPerUnit.MinorUnits, (product.ReferencePerUnit ?? product.RetailPerUnit).MinorUnits, Rules.Response.PriceElasticity);

    private void Count(TerminalAgent terminal)
    {
        terminal.Cell.Adopted++;
        adoptedWeight += terminal.Weight;
        rivalWeight += terminal.RivalWeight(adopted: true) - terminal.RivalWeight(adopted: false);
    }

    private void Staff(DateOnly date)
    {
        var count = Region.FieldForce.Staffing.LastOrDefault(change => change.From <= date)?.Reps ?? 0;
        if (count == reps.Count)
            return;
        while (reps.Count < count)
            reps.Add(new RepAgent(this));
        reps.RemoveRange(count, reps.Count - count);
        for (var rep = 0; rep < count; rep++)
        {
            var (first, last) = ((int)((long)rep * Terminals.Count / count), (int)((long)(rep + 1) * Terminals.Count / count));
            reps[rep].Take(Terminals.GetRange(first, last - first));
        }
    }

    private void SendOn(CellAgent cell, int calendarDay, DayFlow flow)
    {
        foreach (var product in Products)
        {
            var units = cell.Switched[product.Number];
            if (units == 0)
                continue;
            cell.Switched[product.Number] = 0;
            var start = (int)(Uniform(DrawPurpose.LabSwitch, cell.Terminals[0].Key, calendarDay, product.Number) * cell.Terminals.Count);
            var round = cell.Terminals.Skip(start).Concat(cell.Terminals.Take(start)).Where(terminal => terminal.HasAdopted && terminal.Lists(product));
            while (units > 0 && round.Any())
            {
                foreach (var terminal in round.Take(units))
                {
                    terminal.Shelves[product.Number].Carry();
                    units--;
                }
            }

            flow.Lost[product.Number] += units;
            flow.ToRivals += units;
        }
    }

    private void Pay(int day, DayFlow flow)
    {
        Distributor.FromTerminals.Add(day, flow.Invoiced);
        Distributor.ToFactory.Add(day, flow.FactoryInvoiced);
        var terminalsPaid = Distributor.FromTerminals.Pay(day);
        var distributorPaid = Distributor.ToFactory.Pay(day);
        TerminalCash += Products.Sum(product => flow.Sold[product.Number] * product.File.RetailPerUnit.MinorUnits) + flow.PriceDifference - terminalsPaid;
        Distributor.Cash += terminalsPaid - distributorPaid - Region.Distributor.WarehousePerDay.MinorUnits;
        CompanyCash += distributorPaid - flow.RepCost - flow.VehicleCost - flow.PromotionCost
            - Products.Sum(product => flow.Sent[product.Number] * product.File.CostPerCase.MinorUnits);
    }
}
