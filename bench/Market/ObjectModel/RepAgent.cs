using Territory.Simulation.Lab.Rules;

namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>A rep, his terminals and his practice.</summary>
internal sealed class RepAgent(MarketAgent market)
{
    private readonly int[] next = new int[3];

    public long Practice { get; private set; } = market.Region.FieldForce.OpeningPractice;

    public List<TerminalAgent> Terminals { get; private set; } = [];

    public double Skill => RepSkill.Of(Practice, market.Region.FieldForce);

    public void Take(List<TerminalAgent> terminals)
    {
        Terminals = terminals;
        Array.Clear(next);
    }

    public void Work(int day, double area, DayFlow flow)
    {
        var force = market.Region.FieldForce;
        var costs = market.Region.FieldCosts;
        var skill = Skill;
        var minutes = costs.CallMinutes / skill;
        var room = FieldDayRule.StopsIn(force.MinutesPerDay, area, costs.CallFixedMinutes, costs.CallMinutesPerRoot, minutes);
        var calls = 0;
        for (var rank = 0; rank < 3; rank++)
        {
            var start = next[rank];
            for (var step = 0; step < Terminals.Count && calls < room; step++)
            {
                var index = (start + step) % Terminals.Count;
                var terminal = Terminals[index];
                if (terminal.Class != rank || terminal.NextCall > day)
                    continue;
                terminal.Call(day, skill, flow);
                calls++;
                next[rank] = index + 1;
            }
        }

        Practice += calls;
        flow.Calls += calls;
        flow.CallMinutes += calls * minutes;
        flow.RepTravelMinutes += FieldDayRule.Travel(calls, area, costs.CallFixedMinutes, costs.CallMinutesPerRoot);
        var kilometres = FieldDayRule.Travel(calls, area, costs.CallFixedKilometres, costs.CallKilometresPerRoot);
        flow.RepKilometres += kilometres;
        flow.RepCost += force.CostPerRepDay.MinorUnits + (long)((kilometres * force.CostPerKilometre.MinorUnits) + 0.5);
    }
}
