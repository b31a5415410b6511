using System.Globalization;
using Territory.Optimizer.Patterns;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>The choice of days of one of Cordeau's periodic instances: demands as loads, a day's target an equal share of all, its capacity that of its vehicles.</summary>
internal static class PeriodicInstance
{
    public static PatternProblem Read(string path)
    {
        var rows = File.ReadLines(path).Select(line => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).Where(words => words.Length > 0).ToArray();
        var (vehicles, customers, days) = (Whole(rows[0][1]), Whole(rows[0][2]), Whole(rows[0][3]));
        // The depot is the first line after the limits of the days.
        var clients = rows.Skip(days + 2).Take(customers).Select(words => Client(words, days)).ToArray();
        var share = clients.Sum(client => client.LoadPerVisit * client.Options[0].Pattern.Visits) / days;
        return new PatternProblem(
            [.. Enumerable.Range(0, days).Select(day => new PatternDay(vehicles * Whole(rows[1 + day][1]), share))],
            clients,
            new PatternPrices(100, 1));
    }

    private static PatternClient Client(string[] words, int days)
    {
        var numbers = words.Skip(7).Take(Whole(words[6])).Select(word => ulong.Parse(word, CultureInfo.InvariantCulture)).ToArray();
        return new PatternClient(Whole(words[4]), [.. DayPatternSet.OfCordeau(days, numbers).Select(pattern => new PatternOption(pattern, 0))]);
    }

    private static int Whole(string word) => int.Parse(word, CultureInfo.InvariantCulture);
}
