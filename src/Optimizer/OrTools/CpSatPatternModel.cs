using Google.OrTools.Sat;
using Territory.Optimizer.Patterns;

namespace Territory.Optimizer.OrTools;

/// <summary>A pattern problem in the terms of CP-SAT.</summary>
internal sealed class CpSatPatternModel
{
    private readonly PatternProblem problem;
    private readonly BoolVar[] isChosen;

    /// <param name="hint">For each client the number of the option to begin from.</param>
    public CpSatPatternModel(PatternProblem problem, ReadOnlySpan<int> hint)
    {
        this.problem = problem;
        isChosen = new BoolVar[problem.OptionMask.Length];
        var cost = LinearExpr.NewBuilder();
        for (var client = 0; client < problem.Clients.Count; client++)
        {
            for (var option = problem.OptionOffset[client]; option < problem.OptionOffset[client + 1]; option++)
            {
                isChosen[option] = Model.NewBoolVar("");
                Model.AddHint(isChosen[option], option == problem.OptionOffset[client] + hint[client] ? 1 : 0);
                cost.AddTerm(isChosen[option], problem.OptionCost[option]);
            }

            Model.AddExactlyOne(isChosen[problem.OptionOffset[client]..problem.OptionOffset[client + 1]]);
        }

        for (var day = 0; day < problem.Days.Count; day++)
            AddDay(day, cost);
        Model.Minimize(cost);
    }

    public CpModel Model { get; } = new();

    public int[] Read(CpSolverResponse response)
    {
        var choices = new int[problem.Clients.Count];
        for (var client = 0; client < choices.Length; client++)
        {
            while (response.Solution[isChosen[problem.OptionOffset[client] + choices[client]].Index] == 0)
                choices[client]++;
        }

        return choices;
    }

    private void AddDay(int day, LinearExprBuilder cost)
    {
        var load = LinearExpr.NewBuilder();
        var most = 0L;
        for (var client = 0; client < problem.Clients.Count; client++)
        {
            if (problem.Loads[client] == 0)
                continue;
            for (var option = problem.OptionOffset[client]; option < problem.OptionOffset[client + 1]; option++)
            {
                if (((problem.OptionMask[option] >> day) & 1) != 0)
                    load.AddTerm(isChosen[option], problem.Loads[client]);
            }

            most += problem.Loads[client];
        }

        var (capacity, target) = (problem.Days[day].Capacity, problem.Days[day].Target);
        if (problem.Prices.Overload > 0 && most > capacity)
        {
            var overload = Model.NewIntVar(0, most - capacity, "");
            Model.Add(overload >= load - capacity);
            cost.AddTerm(overload, problem.Prices.Overload);
        }

        if (problem.Prices.Deviation > 0)
        {
            var deviation = Model.NewIntVar(0, Math.Max(most, target), "");
            Model.Add(deviation >= load - target);
            Model.Add(deviation >= target - load);
            cost.AddTerm(deviation, problem.Prices.Deviation);
        }
    }
}
