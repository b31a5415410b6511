using System.Numerics;

namespace Territory.Optimizer.Patterns;

/// <summary>A first choice: the clients that load the period most choose first, each the option of least cost and of those the one whose days are emptiest.</summary>
internal static class PatternConstruction
{
    public static PatternChoice LargestFirst(PatternProblem problem)
    {
        var choice = new PatternChoice(problem);
        choice.Clear();
        foreach (var client in Enumerable.Range(0, problem.Clients.Count).OrderByDescending(client => WeightOf(problem, client)))
        {
            var (best, least) = (-1, (Delta: 0L, Fullness: 0L));
            for (var option = problem.OptionOffset[client]; option < problem.OptionOffset[client + 1]; option++)
            {
                var price = (Delta: choice.Delta(client, option), Fullness: choice.Fullness(option));
                if (best < 0 || price.CompareTo(least) < 0)
                    (best, least) = (option, price);
            }

            choice.Set(client, best, least.Delta);
        }

        return choice;
    }

    /// <summary>For each client the number of its option, counted within the client.</summary>
    public static int[] ChoicesOf(PatternProblem problem, ReadOnlySpan<int> option)
    {
        var choices = new int[option.Length];
        for (var client = 0; client < choices.Length; client++)
            choices[client] = option[client] - problem.OptionOffset[client];
        return choices;
    }

    private static long WeightOf(PatternProblem problem, int client)
    {
        var most = 0;
        for (var option = problem.OptionOffset[client]; option < problem.OptionOffset[client + 1]; option++)
            most = Math.Max(most, BitOperations.PopCount(problem.OptionMask[option]));
        return most * problem.Loads[client];
    }
}
