using System.Runtime.InteropServices;
using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.FieldCosts;
using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>A day's calls: each rep's due terminals, best class first and round by round, as far as the minutes of the day allow.</summary>
/// <remarks>
/// The round of each class goes on where it stopped, so that nobody waits for ever behind others of the same class. Where the region's roads are known the
/// list is cut to what a route through its very terminals leaves time for; else to what their number says.
/// Complexity: terminals (eight at a time, once a class) + calls x products.
/// </remarks>
internal sealed class CallRound(RegionState state)
{
    private const int Classes = 3;

    private readonly TerminalCall call = new(state);
    private readonly List<int> list = [];
    private readonly List<int> rows = [];

    public void Run(int day, DayTally tally)
    {
        var reps = state.Reps;
        reps.Staff(state.DateOf(day), state.Layout.Count);
        if (reps.Count == 0 || !state.IsWorkingDay(day))
            return;
        var force = state.Region.FieldForce;
        var costs = state.Region.FieldCosts;
        var area = costs.AreaSquareKilometres / reps.Count;
        call.Begin();
        for (var rep = 0; rep < reps.Count; rep++)
        {
            var skill = RepSkill.Of(reps.PracticeOf(rep), force);
            var minutes = costs.CallMinutes / skill;
            var room = state.Region.Roads is null
                ? FieldDayRule.StopsIn(force.MinutesPerDay, area, costs.CallFixedMinutes, costs.CallMinutesPerRoot, minutes)
                : (int)Math.Min(state.Layout.Count, force.MinutesPerDay / minutes);
            List(day, rep, room);
            var way = state.Region.Roads is { } roads ? CutToRoute(roads, reps.Count, minutes) : new FieldDay(
                FieldDayRule.Travel(list.Count, area, costs.CallFixedMinutes, costs.CallMinutesPerRoot),
                FieldDayRule.Travel(list.Count, area, costs.CallFixedKilometres, costs.CallKilometresPerRoot),
                1);
            for (var index = 0; index < list.Count; index++)
            {
                var terminal = list[index];
                if (index + 1 < list.Count)
                    ColumnPrefetch.Terminal(state.Columns, list[index + 1]);
                call.Make(day, terminal, skill, tally);
                reps.NextOf(rep, state.Layout.Classes[terminal]) = terminal + 1;
            }

            reps.AddPractice(rep, list.Count);
            tally.Calls += list.Count;
            tally.CallMinutes += list.Count * minutes;
            tally.RepTravelMinutes += way.DriveMinutes;
            tally.RepKilometres += way.Kilometers;
            tally.RepCost += force.CostPerRepDay.MinorUnits + (long)((way.Kilometers * force.CostPerKilometre.MinorUnits) + 0.5);
        }
    }

    public void Close() => call.Close();

    private FieldDay CutToRoute(IFieldCosts roads, int reps, double minutesPerCall)
    {
        rows.Clear();
        foreach (var terminal in list)
            rows.Add(state.Layout.Rows[terminal]);
        var all = CollectionsMarshal.AsSpan(rows);
        var area = Math.Max(list.Count, state.Layout.Count / reps);
        var fit = RoutedDay.CallsThatFit(roads, all, area, state.Region.FieldForce.MinutesPerDay, minutesPerCall);
        list.RemoveRange(fit, list.Count - fit);
        return roads.Visits(all[..fit], area);
    }

    private void List(int day, int rep, int room)
    {
        list.Clear();
        for (var rank = 0; rank < Classes; rank++)
        {
            if (state.Region.FieldForce.DaysBetweenCalls[rank] > 0)
                List(day, rep, rank, room);
        }
    }

    private void List(int day, int rep, int rank, int room)
    {
        var classes = state.Layout.Classes;
        var (first, last) = (state.Reps.FirstOf(rep, classes.Length), state.Reps.FirstOf(rep + 1, classes.Length));
        var start = state.Reps.NextOf(rep, rank);
        for (var part = 0; part < 2; part++)
        {
            var (from, to) = part == 0 ? (start, last) : (first, start);
            for (; list.Count < room; from++)
            {
                from = DueScan.Next(state.Columns.NextCall, from, to, day);
                if (from >= to)
                    break;
                if (classes[from] == rank)
                    list.Add(from);
            }
        }
    }
}
