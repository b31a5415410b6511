using System.Runtime.InteropServices;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>A morning's deliveries where the roads are known: the due orders round the region that the vehicles' room and time let them bring.</summary>
/// <remarks>All vehicles' minutes together are the limit, as a route plan over them may share the drops out as it likes.</remarks>
internal sealed class RoutedDrops(RegionState state)
{
    private readonly List<int> list = [];
    private readonly List<int> rows = [];
    private readonly List<int> cases = [];

    /// <param name="next">Where the round goes on.</param>
    /// <param name="drop">Brings a terminal of a day up to so many cases and says how many it got.</param>
    public void Run(IFieldCosts roads, int day, ref int next, DayTally tally, Func<int, int, long, DayTally, long> drop)
    {
        var fleet = state.Region.Fleet;
        var costs = state.Region.FieldCosts;
        var minutes = fleet.Vehicles * fleet.MinutesPerDay;
        var casesLeft = (long)fleet.Vehicles * fleet.CasesPerDay;
        List(day, next, (int)Math.Min(state.Layout.Count, minutes / costs.DropMinutes), casesLeft);
        var fit = RoutedDay.DropsThatFit(roads, CollectionsMarshal.AsSpan(rows), CollectionsMarshal.AsSpan(cases), state.Layout.Count, minutes, costs.DropMinutes);
        rows.Clear();
        cases.Clear();
        for (var index = 0; index < fit && casesLeft > 0; index++)
        {
            var brought = drop(day, list[index], casesLeft, tally);
            if (brought == 0)
                continue;
            casesLeft -= brought;
            tally.Drops++;
            next = list[index] + 1;
            rows.Add(state.Layout.Rows[list[index]]);
            cases.Add((int)brought);
        }

        var way = roads.Deliveries(CollectionsMarshal.AsSpan(rows), CollectionsMarshal.AsSpan(cases), state.Layout.Count);
        tally.VehicleMinutes += way.DriveMinutes + (rows.Count * costs.DropMinutes);
        tally.VehicleKilometres += way.Kilometers;
        tally.VehicleCost += VehicleDayRule.Cost(fleet, tally.VehicleKilometres);
    }

    private void List(int day, int start, int room, long casesLeft)
    {
        list.Clear();
        rows.Clear();
        cases.Clear();
        for (var part = 0; part < 2; part++)
        {
            var (from, to) = part == 0 ? (start, state.Layout.Count) : (0, start);
            for (; list.Count < room && casesLeft > 0; from++)
            {
                from = DueScan.Next(state.Columns.OrderDue, from, to, day);
                if (from >= to)
                    break;
                var wanted = WantedBy(from);
                casesLeft -= wanted;
                list.Add(from);
                rows.Add(state.Layout.Rows[from]);
                cases.Add(wanted);
            }
        }
    }

    // What of its order the depot has; how much of it others take before is seen when it is brought.
    private int WantedBy(int terminal)
    {
        var columns = state.Columns;
        long wanted = 0;
        for (var product = 0; product < columns.Products; product++)
            wanted += Math.Min(columns.OnOrder[columns.ShelfOf(terminal, product)] / state.Products.UnitsPerCase[product], state.Depot.Cases[product]);
        return (int)wanted;
    }
}
