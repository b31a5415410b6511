namespace Territory.Optimizer.Formats;

/// <summary>Cordeau's text for several depots: sizes, a line of limits for each depot, then a line for each customer and after them for each depot.</summary>
/// <remarks>
/// The first line is "2 m n t": m vehicles at each of t depots and n customers. A limit line is "D Q": the longest route, 0 for none, and the largest load. A customer
/// is "i x y d q f a list" with service d, demand q, visits f and a choices, each a number whose t binary digits are the depots from first to last.
/// Source: Cordeau, Gendreau and Laporte, A tabu search heuristic for periodic and multi-depot vehicle routing problems (1997), and its published files.
/// </remarks>
internal sealed class CordeauParser(string[] lines, string name, ProblemLog log)
{
    private const int MultiDepot = 2;
    private const int MostDepots = 40;
    private const int FixedColumns = 7;

    private static readonly string[] Sizes = ["type", "m", "n", "t"];

    private readonly List<(int Number, string[] Words)> rows =
    [
        .. lines.Select((line, i) => (i + 1, Split(line))).Where(row => row.Item2.Length > 0),
    ];

    private int vehicles;
    private int customers;
    private int depots;
    private bool[][] isAllowed = [];

    /// <summary>Whether the first line with words holds the four sizes.</summary>
    public static bool Starts(string[] lines) =>
        lines.Select(Split).FirstOrDefault(words => words.Length > 0) is { Length: 4 } sizes && sizes.All(word => word.All(char.IsAsciiDigit));

    public RoutingInstance? Parse(RoundingRule rounding)
    {
        if (!ReadSizes())
            return null;
        isAllowed = [.. Enumerable.Range(0, depots).Select(_ => new bool[customers])];
        var fleets = Enumerable.Range(0, depots).Select(depot => Fleet(depot, rows[1 + depot])).ToArray();
        var first = 1 + depots;
        var clients = Enumerable.Range(0, customers).Select(i => Customer(i, rows[first + i])).ToArray();
        var sites = Enumerable.Range(0, depots).Select(i => Depot(i, rows[first + customers + i])).ToArray();
        if (!log.IsEmpty)
            return null;
        return new RoutingInstance
        {
            Name = name,
            Format = InstanceFormat.Cordeau,
            HasTimeWindows = false,
            Fleets = [.. fleets.Select((fleet, depot) => fleet with { AllowedStops = Array.TrueForAll(isAllowed[depot], allowed => allowed) ? null : isAllowed[depot] })],
            Stops = [sites[0], .. clients, .. sites.Skip(1)],
            Rounding = rounding == RoundingRule.Auto ? RoundingRule.Exact : rounding,
        };
    }

    private static string[] Split(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private bool ReadSizes()
    {
        if (rows.Count == 0 || rows[0].Words.Length != Sizes.Length)
        {
            log.Add("cordeau.sizes", "The first line has four numbers: type, vehicles of a depot, customers, depots.", rows.Count == 0 ? 1 : rows[0].Number);
            return false;
        }

        var (line, words) = rows[0];
        if (log.TryWhole(words[0], line, Sizes[0], 0, int.MaxValue, out var type) && type != MultiDepot)
            log.Add("cordeau.type", "Only type 2 is read, several depots without time windows.", line, Sizes[0], words[0]);
        log.TryWhole(words[1], line, Sizes[1], 1, 1_000_000, out var m);
        log.TryWhole(words[2], line, Sizes[2], 1, InstanceLimits.MostStops, out var n);
        log.TryWhole(words[3], line, Sizes[3], 1, MostDepots, out var t);
        (vehicles, customers, depots) = ((int)m, (int)n, (int)t);
        if (!log.IsEmpty)
            return false;
        var wanted = 1 + customers + (2 * depots);
        if (rows.Count == wanted)
            return true;
        // Which line is missing cannot be told, so the others are not read as what they may not be.
        if (rows.Count < wanted)
            log.Add("cordeau.lines.few", $"{customers} customers and {depots} depots need {wanted} lines; there are {rows.Count}.", rows[^1].Number);
        else
            log.Add("cordeau.lines.many", $"{customers} customers and {depots} depots need {wanted} lines; there are {rows.Count}.", rows[wanted].Number);
        return false;
    }

    private InstanceFleet Fleet(int depot, (int Number, string[] Words) row)
    {
        if (row.Words.Length != 2)
        {
            log.Add("cordeau.columns", $"The limits of depot {depot + 1} are two numbers: longest route and largest load.", row.Number, value: string.Join(' ', row.Words));
            return new InstanceFleet(vehicles, 0);
        }

        log.TryNumber(row.Words[0], row.Number, "D", 0, InstanceLimits.LatestTime, out var longest);
        log.TryWhole(row.Words[1], row.Number, "Q", 0, InstanceLimits.LargestLoad, out var capacity);
        return new InstanceFleet(vehicles, capacity, longest == 0 ? double.PositiveInfinity : longest);
    }

    private InstanceStop Customer(int index, (int Number, string[] Words) row)
    {
        var (line, words) = row;
        if (words.Length < FixedColumns)
        {
            log.Add("cordeau.columns", "A customer has a number, x, y, service, demand, visits, the number of choices, and the choices.", line, value: string.Join(' ', words));
            return default;
        }

        var stop = Place(words, line, index + 1);
        if (log.TryWhole(words[5], line, "f", 0, int.MaxValue, out var visits) && visits != 1)
            log.Add("cordeau.visits", "A customer of several depots is visited once.", line, "f", words[5]);
        if (!log.TryWhole(words[6], line, "a", 1, (1L << depots) - 1, out var choices))
            return stop;
        if (words.Length != FixedColumns + choices)
        {
            log.Add("cordeau.choices", $"{choices} choices are announced; {words.Length - FixedColumns} follow.", line, "a", words[6]);
            return stop;
        }

        foreach (var word in words.AsSpan(FixedColumns))
            Allow(index, word, line);
        return stop;
    }

    private void Allow(int customer, string word, int line)
    {
        if (!log.TryWhole(word, line, "list", 1, (1L << depots) - 1, out var choice))
            return;
        if (!long.IsPow2(choice))
            log.Add("cordeau.choice", "A choice names one depot: 1, 2, 4 and so on.", line, "list", word);
        else
            isAllowed[depots - 1 - (int)long.Log2(choice)][customer] = true;
    }

    private InstanceStop Depot(int index, (int Number, string[] Words) row)
    {
        if (row.Words.Length < 3)
        {
            log.Add("cordeau.columns", "A depot has at least a number, x and y.", row.Number, value: string.Join(' ', row.Words));
            return default;
        }

        // What follows the place is zero in the published files.
        for (var i = 3; i < row.Words.Length; i++)
        {
            if (log.TryNumber(row.Words[i], row.Number, "depot", 0, InstanceLimits.LatestTime, out var rest) && rest != 0)
                log.Add("cordeau.depot", "A depot has no service, demand, visits or choices.", row.Number, value: row.Words[i]);
        }

        return Place([.. row.Words.Take(3), "0", "0"], row.Number, customers + index + 1);
    }

    private InstanceStop Place(string[] words, int line, int expected)
    {
        if (log.TryWhole(words[0], line, "i", 0, int.MaxValue, out var number) && number != expected)
            log.Add("cordeau.order", $"Customers are numbered in order and depots after them; {expected} is next.", line, "i", words[0]);
        log.TryNumber(words[1], line, "x", -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate, out var x);
        log.TryNumber(words[2], line, "y", -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate, out var y);
        log.TryNumber(words[3], line, "d", 0, InstanceLimits.LatestTime, out var service);
        log.TryWhole(words[4], line, "q", 0, InstanceLimits.LargestLoad, out var demand);
        return new InstanceStop(x, y, demand, 0, InstanceLimits.LatestTime, service);
    }
}
