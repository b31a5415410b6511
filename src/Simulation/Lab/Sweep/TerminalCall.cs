using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>A rep's call at one terminal: the terminal takes us or not, and orders.</summary>
internal sealed class TerminalCall(RegionState state)
{
    private readonly LabRules rules = state.Setup.Rules;
    private readonly bool byReorderPoint = state.Setup.Rules.Ordering.Rule == LabRuleNames.ReorderPoint;
    private readonly List<int> adopted = [];

    /// <summary>What the usual gaps between calls make of sales, computed once.</summary>
    private readonly double[] responses = [.. Enumerable.Range(0, 100).Select(gap => CallResponse.OfGap(gap, state.Setup.Rules.Response))];
    private double coverage;

    /// <summary>Takes the region's figures as of the evening before.</summary>
    public void Begin() => coverage = state.Coverage.Weighted;

    /// <summary>From now on those who adopted today count for their neighbours.</summary>
    public void Close()
    {
        foreach (var terminal in adopted)
            state.Coverage.Adopt(terminal);
        adopted.Clear();
    }

    public void Make(int day, int terminal, double skill, DayTally tally)
    {
        var columns = state.Columns;
        var days = state.DaysBetweenCalls(terminal);
        var gap = columns.LastCall[terminal] < 0 ? days : day - columns.LastCall[terminal];
        if (columns.LastCall[terminal] < 0)
            tally.FirstCalls++;
        columns.LastCall[terminal] = day;
        columns.NextCall[terminal] = day + days;
        columns.Goodwill[terminal] += (float)rules.Response.GoodwillPerCall;

        var isNew = columns.Adopted[terminal] == 0;
        if (isNew && !Adopts(day, terminal, skill))
            return;
        var isFirstOrder = isNew || (columns.Counted.Length > 0 && columns.Counted[terminal] == 0);
        if (columns.Counted.Length > 0)
            columns.Counted[terminal] = 1;
        columns.Rate[terminal] = state.RateOf(terminal, gap < responses.Length ? responses[gap] : CallResponse.OfGap(gap, rules.Response));
        if (columns.Display.Length > 0)
            columns.Display[terminal] = DisplayRule.AfterCall(columns.Display[terminal], rules.Display.PerCall);
        Order(day, terminal, days, isFirstOrder, tally);
    }

    private bool Adopts(int day, int terminal, double skill)
    {
        var chance = AdoptionHazard.Chance(skill, state.Layout.FitOf(terminal), state.Coverage.NeighboursOf(terminal), coverage, rules.Adoption);
        var calendarDay = state.Setup.FirstDay.DayNumber + day;
        if (!(state.Draws.Uniform(DrawPurpose.LabAdoption, state.Layout.Keys[terminal], calendarDay) < chance))
            return false;
        state.Columns.Adopted[terminal] = 1;
        adopted.Add(terminal);
        return true;
    }

    private void Order(int day, int terminal, int days, bool isFirstOrder, DayTally tally)
    {
        var columns = state.Columns;
        var any = false;
        for (var product = 0; product < columns.Products; product++)
        {
            if (!state.Lists(terminal, product))
                continue;
            var cell = columns.ShelfOf(terminal, product);
            var size = state.Products.UnitsPerCase[product];
            var (stock, onOrder) = (columns.Stock[cell], columns.OnOrder[cell]);
            var cases = byReorderPoint
                ? ShelfOrder.ReorderPoint(state.MeanOf(terminal, product), days, stock, onOrder, size, rules.Ordering)
                : isFirstOrder
                    ? ShelfOrder.First(state.MeanOf(terminal, product), days, stock, onOrder, size, rules.Ordering.TargetTenths)
                    : ShelfOrder.OnePointFive(columns.SoldSinceCall[cell], stock, onOrder, size, rules.Ordering.TargetTenths);
            columns.SoldSinceCall[cell] = 0;
            if (cases == 0)
                continue;
            columns.OnOrder[cell] += (ushort)(cases * size);
            state.Depot.Waiting[product] += cases;
            tally.Ordered[product] += cases;
            any = true;
        }

        if (any)
            columns.OrderDue[terminal] = Math.Min(columns.OrderDue[terminal], day + rules.Ordering.LeadDays);
    }
}
