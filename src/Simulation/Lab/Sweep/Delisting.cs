using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The evening's decisions of adopted terminals to drop us. Regions in which nobody does have none.</summary>
/// <remarks>
/// Who drops us sells nothing from tomorrow on, cancels its order and keeps what it has, unsold, until it takes us again at a call. Complexity: terminals x products.
/// </remarks>
internal sealed class Delisting(RegionState state, LabDelisting rule)
{
    public static Delisting? Of(RegionState state) =>
        state.Setup.Rules.Delisting is { } rule && (rule.EmptyHazard > 0 || rule.UncalledHazard > 0) ? new Delisting(state, rule) : null;

    public void Run(int day, DayTally tally)
    {
        var columns = state.Columns;
        for (var terminal = 0; terminal < columns.Terminals; terminal++)
        {
            if (columns.Adopted[terminal] == 0)
                continue;
            ref var empty = ref columns.EmptyEvenings[terminal];
            var shelves = columns.Stock.AsSpan(columns.ShelfOf(terminal, 0), columns.Products);
            empty = shelves[0] > 0 || shelves.ContainsAnyExcept((ushort)0) ? (ushort)0 : (ushort)Math.Min(ushort.MaxValue, empty + 1);
            var chance = DelistingHazard.Chance(empty, day - columns.LastCall[terminal], rule);
            if (chance == 0)
                continue;
            var calendarDay = state.Setup.FirstDay.DayNumber + day;
            if (state.Draws.Uniform(DrawPurpose.LabDelisting, state.Layout.Keys[terminal], calendarDay) < chance)
                Drop(terminal, tally);
        }
    }

    private void Drop(int terminal, DayTally tally)
    {
        var columns = state.Columns;
        columns.Adopted[terminal] = 0;
        columns.Rate[terminal] = 0;
        columns.OrderDue[terminal] = RegionColumns.Never;
        columns.EmptyEvenings[terminal] = 0;
        for (var product = 0; product < columns.Products; product++)
        {
            var shelf = columns.ShelfOf(terminal, product);
            state.Depot.Waiting[product] -= columns.OnOrder[shelf] / state.Products.UnitsPerCase[product];
            // Who wanted to come back tomorrow finds us gone.
            tally.Sales.Lost[product] += columns.Carried[shelf];
            tally.Sales.ToRivals += state.Layout.RivalBrandsOf(terminal) > 0 ? columns.Carried[shelf] : 0;
            columns.OnOrder[shelf] = 0;
            columns.SoldSinceCall[shelf] = 0;
            columns.Carried[shelf] = 0;
        }

        state.Coverage.Drop(terminal);
        tally.Delisted++;
    }
}
