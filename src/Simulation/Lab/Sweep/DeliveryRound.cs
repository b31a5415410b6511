using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>A morning's deliveries: due orders one after another round the region, as far as vehicles, their time and the depot allow.</summary>
/// <remarks>
/// The round goes on where it stopped the working day before. A terminal gets what the depot has of its order, in whole cases; the rest stays due.
/// The day's drops are spread evenly over the vehicles; where the region's roads are known they go by routes (<see cref="RoutedDrops"/>). Complexity: terminals (eight at a time) + drops x products.
/// </remarks>
/// <param name="log">Is told of every drop.</param>
/// <param name="region">The place of the region in the setup.</param>
internal sealed class DeliveryRound(RegionState state, ILabDeliveries? log, int region)
{
    private readonly RoutedDrops routed = new(state);
    private int next;

    public void Run(int day, DayTally tally)
    {
        var fleet = state.Region.Fleet;
        if (fleet.Vehicles == 0 || !state.IsWorkingDay(day))
            return;
        if (state.Region.Roads is { } roads)
        {
            routed.Run(roads, day, ref next, tally, Drop);
            return;
        }

        var costs = state.Region.FieldCosts;
        var area = costs.AreaSquareKilometres / fleet.Vehicles;
        var dropsLeft = (long)fleet.Vehicles
            * FieldDayRule.StopsIn(fleet.MinutesPerDay, area, costs.DropFixedMinutes, costs.DropMinutesPerRoot, costs.DropMinutes);
        var casesLeft = (long)fleet.Vehicles * fleet.CasesPerDay;
        var start = next;
        for (var part = 0; part < 2; part++)
        {
            var (from, to) = part == 0 ? (start, state.Layout.Count) : (0, start);
            for (var due = NextDue(from, to, day); due < to && dropsLeft > 0 && casesLeft > 0;)
            {
                var terminal = due;
                due = NextDue(terminal + 1, to, day);
                var cases = Drop(day, terminal, casesLeft, tally);
                if (cases == 0)
                    continue;
                casesLeft -= cases;
                dropsLeft--;
                tally.Drops++;
                next = terminal + 1;
            }
        }

        Account(tally, area);
    }

    private int NextDue(int from, int to, int day)
    {
        var due = DueScan.Next(state.Columns.OrderDue, from, to, day);
        if (due < to)
            ColumnPrefetch.Shelves(state.Columns, due);
        return due;
    }

    private long Drop(int day, int terminal, long casesLeft, DayTally tally)
    {
        var columns = state.Columns;
        long dropped = 0;
        var rest = 0;
        for (var product = 0; product < columns.Products; product++)
        {
            var cell = columns.ShelfOf(terminal, product);
            var size = state.Products.UnitsPerCase[product];
            var cases = Math.Min(Math.Min(columns.OnOrder[cell] / size, state.Depot.Cases[product]), casesLeft - dropped);
            if (cases > 0)
            {
                dropped += cases;
                columns.OnOrder[cell] -= (ushort)(cases * size);
                columns.Stock[cell] += (ushort)(cases * size);
                state.Depot.Cases[product] -= cases;
                state.Depot.Waiting[product] -= cases;
                tally.Delivered[product] += cases;
                tally.Invoiced += cases * state.Products.ChannelPerCase[product];
            }

            rest += columns.OnOrder[cell];
        }

        if (rest == 0)
            columns.OrderDue[terminal] = RegionColumns.Never;
        if (dropped > 0)
            log?.Delivered(region, state.Layout.Rows[terminal], day, (int)dropped);
        return dropped;
    }

    private void Account(DayTally tally, double area)
    {
        var fleet = state.Region.Fleet;
        var costs = state.Region.FieldCosts;
        var (each, more) = (tally.Drops / fleet.Vehicles, tally.Drops % fleet.Vehicles);
        for (var size = each; size <= each + 1; size++)
        {
            var vehicles = size == each ? fleet.Vehicles - more : more;
            tally.VehicleMinutes += vehicles
                * (FieldDayRule.Travel(size, area, costs.DropFixedMinutes, costs.DropMinutesPerRoot) + (size * costs.DropMinutes));
            tally.VehicleKilometres += vehicles * FieldDayRule.Travel(size, area, costs.DropFixedKilometres, costs.DropKilometresPerRoot);
        }

        tally.VehicleCost += VehicleDayRule.Cost(fleet, tally.VehicleKilometres);
    }
}
