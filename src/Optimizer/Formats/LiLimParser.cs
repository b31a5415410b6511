namespace Territory.Optimizer.Formats;

/// <summary>Li and Lim's text for pickup and delivery with time windows: a line of vehicles, capacity and speed, then a line for the depot and for each stop.</summary>
/// <remarks>
/// A stop is "i x y q early late service pickup delivery": q is more than zero at a pickup, which names its delivery and has 0 for the other, and the same below zero at that delivery, which names its
/// pickup. The speed is not used by the published results. Source: Li and Lim, A metaheuristic for the pickup and delivery problem with time windows (2001), and the published files.
/// </remarks>
internal sealed class LiLimParser(string[] lines, string name, ProblemLog log)
{
    private static readonly string[] Header = ["vehicles", "capacity", "speed"];
    private static readonly string[] Columns = ["i", "x", "y", "demand", "early", "late", "service", "pickup", "delivery"];

    private readonly List<(int Number, string[] Words)> rows =
    [
        .. lines.Select((line, i) => (i + 1, Split(line))).Where(row => row.Item2.Length > 0),
    ];

    /// <summary>Whether the first two lines with words hold three and nine numbers.</summary>
    public static bool Starts(string[] lines)
    {
        var first = lines.Select(Split).Where(words => words.Length > 0).Take(2).ToArray();
        return first is [{ Length: 3 } header, { Length: 9 } depot] && header.Concat(depot).All(word => char.IsAsciiDigit(word[0]) || word[0] == '-');
    }

    public RoutingInstance? Parse(RoundingRule rounding)
    {
        if (rows.Count < 2 || rows[0].Words.Length != Header.Length)
        {
            log.Add("lilim.header", "The first line has three numbers: vehicles, capacity, speed; a line for the depot follows.", rows.Count == 0 ? 1 : rows[0].Number);
            return null;
        }

        if (rows.Count - 2 > InstanceLimits.MostStops)
        {
            log.Add("lilim.size", $"At most {InstanceLimits.MostStops} stops are read.", rows[InstanceLimits.MostStops + 2].Number);
            return null;
        }

        var (line, words) = rows[0];
        log.TryWhole(words[0], line, Header[0], 1, 1_000_000, out var vehicles);
        log.TryWhole(words[1], line, Header[1], 0, InstanceLimits.LargestLoad, out var capacity);
        log.TryNumber(words[2], line, Header[2], 0, double.MaxValue, out _);
        var stops = rows.Skip(1).Select((row, i) => Stop(row.Words, row.Number, i)).ToArray();
        if (!log.IsEmpty)
            return null;
        var pairs = new PairList(log, stops.Length);
        for (var i = 0; i < stops.Length; i++)
            pairs.Add(i, stops[i].Demand, Partner(i, 7), Partner(i, 8), rows[i + 1].Number);
        return log.IsEmpty
            ? new RoutingInstance
            {
                Name = name,
                Format = InstanceFormat.LiLim,
                HasTimeWindows = true,
                Fleets = [new InstanceFleet((int)vehicles, capacity)],
                Stops = stops,
                Pairs = pairs.Pairs(stops),
                Rounding = rounding == RoundingRule.Auto ? RoundingRule.Exact : rounding,
            }
            : null;
    }

    private static string[] Split(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private int Partner(int stop, int column) =>
        log.TryWhole(rows[stop + 1].Words[column], rows[stop + 1].Number, Columns[column], 0, rows.Count - 2, out var partner) ? (int)partner : 0;

    private InstanceStop Stop(string[] words, int line, int expected)
    {
        if (words.Length != Columns.Length)
        {
            log.Add("lilim.columns", $"A stop has {Columns.Length} columns: {string.Join(", ", Columns)}.", line, value: string.Join(' ', words));
            return default;
        }

        if (log.TryWhole(words[0], line, Columns[0], 0, InstanceLimits.MostStops, out var number) && number != expected)
            log.Add("lilim.order", $"Stops are numbered in order from the depot, 0; {expected} is next.", line, Columns[0], words[0]);
        log.TryNumber(words[1], line, Columns[1], -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate, out var x);
        log.TryNumber(words[2], line, Columns[2], -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate, out var y);
        log.TryWhole(words[3], line, Columns[3], -InstanceLimits.LargestLoad, InstanceLimits.LargestLoad, out var demand);
        log.TryNumber(words[4], line, Columns[4], 0, InstanceLimits.LatestTime, out var early);
        log.TryNumber(words[5], line, Columns[5], 0, InstanceLimits.LatestTime, out var late);
        log.TryNumber(words[6], line, Columns[6], 0, InstanceLimits.LatestTime, out var service);
        return new InstanceStop(x, y, demand, early, late, service);
    }
}
