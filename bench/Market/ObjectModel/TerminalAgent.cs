using Territory.Model.Calendar;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Randomness;

namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>A terminal as an object: its shelves, its orders, its memory of calls.</summary>
internal sealed class TerminalAgent
{
    private const int Never = int.MaxValue;

    private readonly MarketAgent market;
    private readonly double fit;
    private readonly float keptPrice;
    private readonly float usualPriceFactor;
    private readonly float keptPriceFactor;

    public TerminalAgent(MarketAgent market, LabTerminals terminals, int row, CellAgent cell)
    {
        this.market = market;
        Row = row;
        Cell = cell;
        Key = terminals.Keys[row];
        Class = (int)terminals.Classes[row];
        fit = terminals.Fits.Length == 0 ? 1 : (float)terminals.Fits[row];
        RivalBrands = terminals.RivalBrands.Length == 0 ? market.Region.Rivals.BrandsPerTerminal : terminals.RivalBrands[row];
        DaysBetweenCalls = market.Region.FieldForce.DaysBetweenCalls[Class];
        NextCall = DaysBetweenCalls > 0
            ? (int)(market.Uniform(DrawPurpose.LabFirstCall, Key, 0) * DaysBetweenCalls)
            : Never;
        var prices = market.Rules.ShelfPrices;
        UsualPrice = ShelfPriceRule.Usual(market.Uniform(DrawPurpose.LabShelfPrice, Key, 0), prices.Spread[Class]);
        keptPrice = ShelfPriceRule.Kept(UsualPrice, prices.Restored);
        usualPriceFactor = (float)PriceRule.Factor(UsualPrice, 1, market.Rules.Response.PriceElasticity);
        keptPriceFactor = (float)PriceRule.Factor(keptPrice, 1, market.Rules.Response.PriceElasticity);
        Shelves = [.. market.Products.Select(product => new ShelfItem(product))];
    }

    public int Row { get; }

    public CellAgent Cell { get; }

    public ulong Key { get; }

    public int Class { get; }

    public int RivalBrands { get; }

    public int DaysBetweenCalls { get; }

    public List<ShelfItem> Shelves { get; }

    public float UnitsPerDay { get; set; }

    public long Weight => (long)((UnitsPerDay * 1000.0) + 0.5);

    public bool HasAdopted { get; private set; }

    public float Rate { get; private set; }

    public float Goodwill { get; private set; }

    public int LastCall { get; private set; } = -1;

    public int NextCall { get; private set; }

    public int OrderDue { get; private set; } = Never;

    public float Display { get; private set; }

    /// <summary>Over the list price.</summary>
    public float UsualPrice { get; }

    public int EmptyEvenings { get; private set; }

    public bool Lists(ProductAgent product) => Class <= (int)product.File.ListedTo;

    public double MeanOf(ProductAgent product) => Rate * product.Weight;

    public long RivalWeight(bool adopted) => RivalBrands == 0
        ? 0
        : adopted ? (long)(Weight * (1 - ShelfShare.Of(market.Region.Rivals.OwnPull, RivalBrands))) : Weight;

    public void Open()
    {
        HasAdopted = true;
        var response = market.Rules.Response;
        SetRate(DaysBetweenCalls > 0 ? CallResponse.OfGap(DaysBetweenCalls, response) : CallResponse.OfNone(response));
        foreach (var shelf in Shelves.Where(shelf => Lists(shelf.Product)))
        {
            var days = DaysBetweenCalls > 0 ? DaysBetweenCalls : 14;
            shelf.Open((int)Math.Min(ShelfOrder.MostUnits, Math.Ceiling(MeanOf(shelf.Product) * days)));
        }
    }

    public void SellDay(int day, DayFlow flow)
    {
        var calendarDay = market.CalendarDay(day);
        var all = Rate * GoodwillRule.Factor(Goodwill, market.Rules.Response);
        Goodwill = GoodwillRule.After(Goodwill, market.GoodwillKept);
        if (market.SharesMove)
            all = AtTodaysShare(all, flow);
        if (all == 0)
            return;
        if (market.PricesStray)
            all *= KeepsPrice(day) ? keptPriceFactor : usualPriceFactor;
        List<(ShelfItem Shelf, int Units)>? missing = null;
        var atListPrices = 0L;
        foreach (var shelf in Shelves)
        {
            var number = shelf.Product.Number;
            var mean = (Lists(shelf.Product) ? all : 0) * shelf.Product.Factor;
            var asked = market.Law.Count(market.UniformOfFour(DrawPurpose.LabDemand, Key, calendarDay, number), mean) + shelf.TakeCarried();
            var sold = Math.Min(shelf.Stock, asked);
            shelf.Sell(sold);
            flow.Sold[number] += sold;
            if (market.PricesStray)
                atListPrices += sold * shelf.Product.File.RetailPerUnit.MinorUnits;
            if (asked > sold)
                (missing ??= []).Add((shelf, asked - sold));
            if (mean > 0)
            {
                flow.ListedDays++;
                flow.EmptyDays += shelf.Stock == 0 ? 1 : 0;
            }
        }

        if (market.PricesStray)
            flow.PriceDifference += PriceDifference(day, atListPrices);
        if (missing is null)
            return;
        foreach (var (shelf, units) in missing)
            Respond(day, shelf, units, flow);
    }

    public void Call(int day, double skill, DayFlow flow)
    {
        var gap = LastCall < 0 ? DaysBetweenCalls : day - LastCall;
        if (LastCall < 0)
            flow.FirstCalls++;
        LastCall = day;
        NextCall = day + DaysBetweenCalls;
        Goodwill += (float)market.Rules.Response.GoodwillPerCall;
        var isFirstOrder = !HasAdopted;
        if (isFirstOrder)
        {
            var chance = AdoptionHazard.Chance(skill, fit, Cell.AdoptedShare, market.Coverage, market.Rules.Adoption);
            if (market.Uniform(DrawPurpose.LabAdoption, Key, market.CalendarDay(day)) >= chance)
                return;
            HasAdopted = true;
            market.AdoptedToday.Add(this);
        }

        SetRate(CallResponse.OfGap(gap, market.Rules.Response));
        if (market.SharesMove)
            Display = DisplayRule.AfterCall(Display, market.Rules.Display.PerCall);
        var any = false;
        foreach (var shelf in Shelves.Where(shelf => Lists(shelf.Product)))
        {
            var cases = CasesFor(shelf, isFirstOrder);
            shelf.SoldSinceCall = 0;
            if (cases == 0)
                continue;
            any = true;
            shelf.OnOrder += cases * shelf.Product.Size;
            flow.Ordered[shelf.Product.Number] += cases;
            market.Distributor.Goods[shelf.Product.Number].Waiting += cases;
        }

        if (any)
            OrderDue = Math.Min(OrderDue, day + market.Rules.Ordering.LeadDays);
    }

    /// <summary>Whether the terminal drops us on an evening.</summary>
    public bool WouldDropUs(int day)
    {
        EmptyEvenings = Shelves.TrueForAll(shelf => shelf.Stock == 0) ? EmptyEvenings + 1 : 0;
        var chance = DelistingHazard.Chance(EmptyEvenings, day - LastCall, market.Rules.Delisting);
        return chance > 0 && market.Uniform(DrawPurpose.LabDelisting, Key, market.CalendarDay(day)) < chance;
    }

    public void DropUs(DayFlow flow)
    {
        HasAdopted = false;
        Rate = 0;
        OrderDue = Never;
        EmptyEvenings = 0;
        flow.Delisted++;
        foreach (var shelf in Shelves)
        {
            var number = shelf.Product.Number;
            market.Distributor.Goods[number].Waiting -= shelf.OnOrder / shelf.Product.Size;
            shelf.OnOrder = 0;
            shelf.SoldSinceCall = 0;
            var waiting = shelf.TakeCarried();
            flow.Lost[number] += waiting;
            if (RivalBrands > 0)
                flow.ToRivals += waiting;
        }
    }

    /// <summary>Takes what the depot has of the order; returns the cases.</summary>
    public long Deliver(long casesLeft, DayFlow flow)
    {
        long dropped = 0;
        foreach (var shelf in Shelves)
        {
            var goods = market.Distributor.Goods[shelf.Product.Number];
            var cases = Math.Min(Math.Min(shelf.OnOrder / shelf.Product.Size, goods.Depot), casesLeft - dropped);
            shelf.Receive((int)cases * shelf.Product.Size);
            goods.Depot -= cases;
            goods.Waiting -= cases;
            dropped += cases;
            flow.Delivered[shelf.Product.Number] += cases;
            flow.Invoiced += cases * shelf.Product.File.ChannelPerCase.MinorUnits;
        }

        if (Shelves.TrueForAll(shelf => shelf.OnOrder == 0))
            OrderDue = Never;
        return dropped;
    }

    private double AtTodaysShare(double units, DayFlow flow)
    {
        var display = Display;
        Display = DisplayRule.AfterDay(display, market.DisplayKept);
        if (units == 0)
            return units;
        var usual = ShelfShare.Of(market.Region.Rivals.OwnPull, RivalBrands);
        var share = ShelfShare.Of(
            market.Region.Rivals.OwnPull * DisplayRule.Pull(display, market.Rules.Display.PullGain), RivalBrands * (1 + Cell.RivalPressure));
        flow.ShareGained += (long)(Weight * (share - usual));
        return units * (share / usual);
    }

    private bool KeepsPrice(int day) => ShelfPriceRule.IsKept(day, LastCall, market.Rules.ShelfPrices.KeepDays);

    private long PriceDifference(int day, long atListPrices) =>
        ShelfPriceRule.Difference(atListPrices, KeepsPrice(day) ? keptPrice : UsualPrice);

    private void SetRate(double response) => Rate = (float)Math.Max(
        1e-20, UnitsPerDay * ShelfShare.Of(market.Region.Rivals.OwnPull, RivalBrands) * response);

    private int CasesFor(ShelfItem shelf, bool isFirstOrder)
    {
        var ordering = market.Rules.Ordering;
        var mean = MeanOf(shelf.Product);
        if (ordering.Rule == LabRuleNames.ReorderPoint)
            return ShelfOrder.ReorderPoint(mean, DaysBetweenCalls, shelf.Stock, shelf.OnOrder, shelf.Product.Size, ordering);
        return isFirstOrder
            ? ShelfOrder.First(mean, DaysBetweenCalls, shelf.Stock, shelf.OnOrder, shelf.Product.Size, ordering.TargetTenths)
            : ShelfOrder.OnePointFive(shelf.SoldSinceCall, shelf.Stock, shelf.OnOrder, shelf.Product.Size, ordering.TargetTenths);
    }

    private void Respond(int day, ShelfItem shelf, int units, DayFlow flow)
    {
        var drawn = Math.Min(units, OutOfStockRule.MostDraws);
        var choices = new List<ShopperChoice>(drawn);
        var draw = Draw.At((long)market.Seed, DrawPurpose.LabOutOfStock, new EntityKey(Key), new SimDay(market.CalendarDay(day)), shelf.Product.Number);
        ulong bits = 0;
        for (var unit = 0; unit < drawn; unit++)
        {
            bits = unit % 2 == 0 ? draw.NextBits() : bits >> 32;
            choices.Add(market.OutOfStock.Choose(DemandLaw.Uniform((uint)bits ^ market.Flip)));
        }

        for (var unit = 0; unit < units; unit++)
            Respond(day, choices[unit % drawn], shelf, flow);
    }

    private void Respond(int day, ShopperChoice choice, ShelfItem shelf, DayFlow flow)
    {
        var number = shelf.Product.Number;
        if (choice == ShopperChoice.OtherStore)
        {
            Cell.Switched[number]++;
            return;
        }

        if (choice == ShopperChoice.Delay)
        {
            shelf.Carry();
            return;
        }

        if (choice == ShopperChoice.SameBrand)
        {
            for (var step = 1; step < Shelves.Count; step++)
            {
                var other = Shelves[(number + step) % Shelves.Count];
                if (other.Stock == 0)
                    continue;
                other.Sell(1);
                flow.Sold[other.Product.Number]++;
                if (market.PricesStray)
                    flow.PriceDifference += PriceDifference(day, other.Product.File.RetailPerUnit.MinorUnits);
                return;
            }
        }

        flow.Lost[number]++;
        if (choice != ShopperChoice.None && RivalBrands > 0)
            flow.ToRivals++;
    }
}
