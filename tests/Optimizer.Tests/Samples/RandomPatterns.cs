using Territory.Optimizer.Patterns;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>Drawn pattern problems, and their optimum by trying everything.</summary>
internal static class RandomPatterns
{
    /// <summary>Days of different capacity and target, clients of different frequencies and lists, prices that may be nothing.</summary>
    public static PatternProblem Of(Random random, int days, int clients, int mostOptions, int mostLoad = 20)
    {
        var visitors = Enumerable.Range(0, clients).Select(_ => new PatternClient(random.Next(mostLoad + 1), Options(random, days, mostOptions))).ToArray();
        var share = Math.Max(1, visitors.Sum(client => client.LoadPerVisit * client.Options[0].Pattern.Visits) / days);
        return new PatternProblem(
            [.. Enumerable.Range(0, days).Select(_ => new PatternDay(random.NextInt64(2 * share), random.NextInt64(2 * share)))],
            visitors,
            new PatternPrices(random.Next(4) == 0 ? 0 : random.Next(1, 30), random.Next(4) == 0 ? 0 : random.Next(1, 10)));
    }

    /// <summary>The least cost, with figures of its own: patterns as text, day by day.</summary>
    public static long Optimum(PatternProblem problem)
    {
        var choices = new int[problem.Clients.Count];
        var best = long.MaxValue;
        do
            best = Math.Min(best, Cost(problem, choices));
        while (Next(problem, choices));
        return best;
    }

    public static long Cost(PatternProblem problem, IReadOnlyList<int> choices)
    {
        var cost = 0L;
        for (var day = 0; day < problem.Days.Count; day++)
        {
            var load = problem.Clients.Select((client, c) => client.Options[choices[c]].Pattern.ToString()[day] == '1' ? client.LoadPerVisit : 0).Sum();
            cost += load > problem.Days[day].Capacity ? (load - problem.Days[day].Capacity) * problem.Prices.Overload : 0;
            cost += (load > problem.Days[day].Target ? load - problem.Days[day].Target : problem.Days[day].Target - load) * problem.Prices.Deviation;
        }

        return cost + problem.Clients.Select((client, c) => client.Options[choices[c]].Cost).Sum();
    }

    private static PatternOption[] Options(Random random, int days, int most)
    {
        var numbers = Enumerable.Range(1, (1 << days) - 1).ToArray();
        random.Shuffle(numbers);
        return [.. numbers.Take(random.Next(1, most + 1)).Select(number => new PatternOption(DayPattern.FromCordeau((ulong)number, days), random.Next(3) == 0 ? random.Next(40) : 0))];
    }

    private static bool Next(PatternProblem problem, int[] choices)
    {
        for (var client = 0; client < choices.Length; client++)
        {
            if (++choices[client] < problem.Clients[client].Options.Count)
                return true;
            choices[client] = 0;
        }

        return false;
    }
}
