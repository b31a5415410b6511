using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>A day's calls: each rep's due terminals, best class first and round by round, as far as the minutes of the day allow.</summary>
/// <remarks>
/// The round of each class goes on where it stopped, so that nobody waits for ever behind others of the same class.
/// Complexity: terminals (eight at a time, once a class) + calls x products.
/// </remarks>
internal sealed class CallRound(RegionState state)
{
    private readonly TerminalCall call = new(state);

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
            var room = FieldDayRule.StopsIn(force.MinutesPerDay, area, costs.CallFixedMinutes, costs.CallMinutesPerRoot, minutes);
            var calls = 0;
            for (var rank = 0; rank < 3; rank++)
                calls += Round(day, rep, rank, room - calls, skill, tally);
            reps.AddPractice(rep, calls);
            tally.Calls += calls;
            tally.CallMinutes += calls * minutes;
            tally.RepTravelMinutes += FieldDayRule.Travel(calls, area, costs.CallFixedMinutes, costs.CallMinutesPerRoot);
            var kilometres = FieldDayRule.Travel(calls, area, costs.CallFixedKilometres, costs.CallKilometresPerRoot);
            tally.RepKilometres += kilometres;
            tally.RepCost += force.CostPerRepDay.MinorUnits + (long)((kilometres * force.CostPerKilometre.MinorUnits) + 0.5);
        }
    }

    public void Close() => call.Close();

    private int Round(int day, int rep, int rank, int room, double skill, DayTally tally)
    {
        if (state.Region.FieldForce.DaysBetweenCalls[rank] == 0)
            return 0;
        var classes = state.Layout.Classes;
        var (first, last) = (state.Reps.FirstOf(rep, classes.Length), state.Reps.FirstOf(rep + 1, classes.Length));
        ref var next = ref state.Reps.NextOf(rep, rank);
        var start = next;
        var calls = 0;
        for (var part = 0; part < 2; part++)
        {
            var (from, to) = part == 0 ? (start, last) : (first, start);
            for (; calls < room; from++)
            {
                from = DueScan.Next(state.Columns.NextCall, from, to, day);
                if (from >= to)
                    break;
                if (classes[from] != rank)
                    continue;
                call.Make(day, from, skill, tally);
                calls++;
                next = from + 1;
            }
        }

        return calls;
    }
}
