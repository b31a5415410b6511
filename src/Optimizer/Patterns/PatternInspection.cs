using Territory.Model.Problems;

namespace Territory.Optimizer.Patterns;

/// <summary>Everything that is wrong with the parts of a pattern problem, each with its place.</summary>
/// <remarks>
/// The bounds keep every cost below 2^60: 64 days * 2^36 of load * a price of 2^16 is 2^58, for each of two prices, and 2^20 clients * a cost of 2^38 is 2^58 too.
/// </remarks>
internal sealed class PatternInspection
{
    public const long LargestLoad = 1L << 36;
    public const long LargestPrice = 1L << 16;
    public const long LargestCost = 1L << 38;
    public const int MostClients = 1 << 20;

    private const int MostOptions = 20_000_000;
    private const int MostKept = 200;

    private static readonly string LoadRule = $"A load must be 0 to {LargestLoad}.";
    private static readonly string PriceRule = $"A price must be 0 to {LargestPrice}.";
    private static readonly string CostRule = $"The cost of a pattern must be 0 to {LargestCost}.";

    private readonly List<Problem> problems = [];
    private readonly HashSet<ulong> seen = [];
    private readonly int periodDays;

    private PatternInspection(int periodDays) => this.periodDays = periodDays;

    public static IReadOnlyList<Problem> Inspect(IReadOnlyList<PatternDay> days, IReadOnlyList<PatternClient> clients, PatternPrices prices)
    {
        var inspection = new PatternInspection(days.Count);
        inspection.Require(days.Count is >= 1 and <= DayPattern.MostDays, "pattern.period", $"A period has 1 to {DayPattern.MostDays} days.", "days", days.Count);
        for (var day = 0; day < days.Count; day++)
        {
            inspection.Require(days[day].Capacity is >= 0 and <= LargestLoad, "pattern.day.capacity", LoadRule, $"days[{day}].capacity", days[day].Capacity);
            inspection.Require(days[day].Target is >= 0 and <= LargestLoad, "pattern.day.target", LoadRule, $"days[{day}].target", days[day].Target);
        }

        inspection.Require(prices.Overload is >= 0 and <= LargestPrice, "pattern.price", PriceRule, "prices.overload", prices.Overload);
        inspection.Require(prices.Deviation is >= 0 and <= LargestPrice, "pattern.price", PriceRule, "prices.deviation", prices.Deviation);
        inspection.Require(clients.Count <= MostClients, "pattern.clients", $"There may be {MostClients} clients at most.", "clients", clients.Count);
        inspection.InspectClients(clients);
        return inspection.problems;
    }

    private void InspectClients(IReadOnlyList<PatternClient> clients)
    {
        var (load, options) = ((Int128)0, 0L);
        for (var client = 0; client < clients.Count; client++)
        {
            var isLoad = clients[client].LoadPerVisit is >= 0 and <= LargestLoad;
            Require(isLoad, "pattern.client.load", LoadRule, $"clients[{client}].loadPerVisit", clients[client].LoadPerVisit);
            load += isLoad ? clients[client].LoadPerVisit : 0;
            options += clients[client].Options.Count;
            Require(clients[client].Options.Count > 0, "pattern.client.options", "A client needs a pattern that it allows.", $"clients[{client}].options", 0);
            InspectOptions(client, clients[client].Options);
        }

        Require(load <= LargestLoad, "pattern.load.sum", $"A visit to every client must take {LargestLoad} at most.", "clients", load);
        Require(options <= MostOptions, "pattern.options.sum", $"All clients together may have {MostOptions} patterns at most.", "clients", options);
    }

    private void InspectOptions(int client, IReadOnlyList<PatternOption> options)
    {
        seen.Clear();
        for (var option = 0; option < options.Count; option++)
        {
            var (pattern, cost) = options[option];
            if (pattern.PeriodDays != periodDays)
                Fault("pattern.option.period", $"A pattern must be of the {periodDays} days of the problem.", client, option, $"{pattern.PeriodDays}");
            else if (pattern.Visits == 0)
                Fault("pattern.option.empty", "A pattern needs a day: nobody is left unvisited.", client, option, $"{pattern}");
            else if (!seen.Add(pattern.Mask))
                Fault("pattern.option.twice", "A client names a pattern once.", client, option, $"{pattern}");
            if (cost is < 0 or > LargestCost)
                Fault("pattern.option.cost", CostRule, client, option, $"{cost}");
        }
    }

    private void Fault(string code, string rule, int client, int option, string value)
    {
        if (problems.Count < MostKept)
            problems.Add(new Problem(code, rule, Field: $"clients[{client}].options[{option}]", Value: value));
    }

    private void Require<T>(bool condition, string code, string rule, string place, T value)
    {
        if (!condition && problems.Count < MostKept)
            problems.Add(new Problem(code, rule, Field: place, Value: value?.ToString()));
    }
}
