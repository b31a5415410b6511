using Territory.Model.Problems;

namespace Territory.Optimizer.Patterns;

/// <summary>The usual ways to say which patterns a client may be given.</summary>
public static class DayPatternSet
{
    /// <summary>More patterns than this for one client are no choice but a mistake.</summary>
    public const int MostPatterns = 20_000;

    /// <summary>All patterns of so many visits whose gaps are even, but for some days.</summary>
    /// <remarks>
    /// A gap is the days from a visit to the next one, from the last one of a period to the first one of the next period too. Gaps may be as short as the period over the
    /// visits, rounded down, less the tolerance, and as long as that rounded up, plus the tolerance. In order of the first day, then the second and so on.
    /// Algorithm: days chosen one after the other within those gaps. Complexity: O(patterns * visits * gaps), dead ends apart.
    /// </remarks>
    /// <param name="toleranceDays">0 for as even as the period allows.</param>
    /// <exception cref="InvalidInputException">A figure is out of range, or there are more than <see cref="MostPatterns"/>.</exception>
    public static IReadOnlyList<DayPattern> EvenlySpaced(int periodDays, int visits, int toleranceDays)
    {
        List<Problem> problems = [];
        if (periodDays is < 1 or > DayPattern.MostDays)
            problems.Add(Range("pattern.period", $"A period has 1 to {DayPattern.MostDays} days.", "periodDays", periodDays));
        else if (visits < 1 || visits > periodDays)
            problems.Add(Range("pattern.visits", $"In {periodDays} days there are 1 to {periodDays} visits.", "visits", visits));
        if (toleranceDays is < 0 or > DayPattern.MostDays)
            problems.Add(Range("pattern.tolerance", $"A tolerance is 0 to {DayPattern.MostDays} days.", "toleranceDays", toleranceDays));
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        var gaps = (Shortest: Math.Max(1, (periodDays / visits) - toleranceDays), Longest: ((periodDays + visits - 1) / visits) + toleranceDays);
        var patterns = new List<DayPattern>();
        var days = new int[visits];
        for (days[0] = 0; days[0] < periodDays; days[0]++)
            Extend(days, 1, periodDays, gaps, patterns);
        return patterns;
    }

    /// <summary>The patterns that a periodic instance of Cordeau's lists for a customer, in its order.</summary>
    /// <exception cref="InvalidInputException">A number has a digit too many, is 0, or is listed twice; every one is named.</exception>
    public static IReadOnlyList<DayPattern> OfCordeau(int periodDays, IReadOnlyList<ulong> numbers)
    {
        if (periodDays is < 1 or > DayPattern.MostDays)
            throw new InvalidInputException(Range("pattern.period", $"A period has 1 to {DayPattern.MostDays} days.", "periodDays", periodDays));
        var most = ulong.MaxValue >> (DayPattern.MostDays - periodDays);
        var seen = new HashSet<ulong>();
        Problem[] problems =
        [
            .. numbers.Select((number, i) => (number, i)).Where(entry => entry.number == 0 || entry.number > most || !seen.Add(entry.number))
                .Select(entry => Range("pattern.number", $"A combination of {periodDays} days is 1 to {most} and listed once.", $"numbers[{entry.i}]", entry.number)),
        ];
        return problems.Length > 0 ? throw new InvalidInputException(problems) : [.. numbers.Select(number => DayPattern.FromCordeau(number, periodDays))];
    }

    private static void Extend(int[] days, int chosen, int periodDays, (int Shortest, int Longest) gaps, List<DayPattern> patterns)
    {
        if (chosen == days.Length)
        {
            var around = days[0] + periodDays - days[^1];
            if (around < gaps.Shortest || around > gaps.Longest)
                return;
            if (patterns.Count == MostPatterns)
                throw new InvalidInputException(Range("pattern.count", $"A client has {MostPatterns} patterns at most; a smaller tolerance gives fewer.", "toleranceDays", $"more than {MostPatterns}"));
            patterns.Add(DayPattern.OnDays(periodDays, days));
            return;
        }

        // What is left has to fit before the period comes round, neither too early nor too late.
        var left = days.Length - chosen;
        var earliest = Math.Max(days[chosen - 1] + gaps.Shortest, days[0] + periodDays - (left * gaps.Longest));
        var latest = Math.Min(Math.Min(days[chosen - 1] + gaps.Longest, days[0] + periodDays - (left * gaps.Shortest)), periodDays - left);
        for (days[chosen] = earliest; days[chosen] <= latest; days[chosen]++)
            Extend(days, chosen + 1, periodDays, gaps, patterns);
    }

    private static Problem Range<T>(string code, string rule, string field, T value) => new(code, rule, Field: field, Value: value?.ToString());
}
