namespace Territory.Optimizer.Formats;

/// <summary>Solomon's and Gehring-Homberger's text: a name, vehicles and capacity, then a line per customer with the depot first.</summary>
internal sealed class SolomonParser(string[] lines, ProblemLog log)
{
    private static readonly string[] Columns = ["CUST NO.", "XCOORD.", "YCOORD.", "DEMAND", "READY TIME", "DUE DATE", "SERVICE TIME"];

    public RoutingInstance? Parse(RoundingRule rounding)
    {
        var name = lines.Select(line => line.Trim()).FirstOrDefault(line => line.Length > 0) ?? "";
        var at = Find("VEHICLE", 0);
        var customers = Find("CUSTOMER", at + 1);
        if (at < 0 || customers < 0)
        {
            log.Add("solomon.tables", "The file needs a VEHICLE and a CUSTOMER table.");
            return null;
        }

        long vehicles = 0, capacity = 0;
        var fleet = Enumerable.Range(at + 1, customers - at - 1).Select(line => (line, Words: Split(lines[line]))).FirstOrDefault(row => IsNumber(row.Words));
        if (fleet.Words is not { Length: 2 })
            log.Add("solomon.vehicle", "The VEHICLE table needs a line with the number of vehicles and their capacity.", at + 1);
        else
        {
            log.TryWhole(fleet.Words[0], fleet.line + 1, "NUMBER", 1, 1_000_000, out vehicles);
            log.TryWhole(fleet.Words[1], fleet.line + 1, "CAPACITY", 0, InstanceLimits.LargestLoad, out capacity);
        }

        var stops = new List<InstanceStop>();
        for (var i = customers + 1; i < lines.Length; i++)
        {
            var words = Split(lines[i]);
            if (words.Length == 0 || (stops.Count == 0 && !IsNumber(words)))
                continue;
            if (stops.Count == InstanceLimits.MostStops)
            {
                log.Add("solomon.size", $"At most {InstanceLimits.MostStops} customers are read.", i + 1);
                break;
            }

            stops.Add(Customer(words, i + 1, stops.Count));
        }

        if (stops.Count < 2)
            log.Add("solomon.customers", "The CUSTOMER table needs the depot and at least one customer.", customers + 1);
        if (!log.IsEmpty)
            return null;
        return new RoutingInstance
        {
            Name = name,
            Format = InstanceFormat.Solomon,
            HasTimeWindows = true,
            Fleets = [new InstanceFleet((int)vehicles, capacity)],
            Stops = stops,
            Rounding = rounding == RoundingRule.Auto ? RoundingRule.Exact : rounding,
        };
    }

    private static string[] Split(string line) => line.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

    private static bool IsNumber(string[] words) => words.Length > 0 && (char.IsAsciiDigit(words[0][0]) || words[0][0] == '-');

    private int Find(string word, int from) => from < 0 ? -1 : Array.FindIndex(lines, from, line => line.Trim().StartsWith(word, StringComparison.OrdinalIgnoreCase));

    private InstanceStop Customer(string[] words, int line, int expected)
    {
        if (words.Length != Columns.Length)
        {
            log.Add("solomon.columns", $"A customer has {Columns.Length} columns.", line, value: string.Join(' ', words));
            return default;
        }

        if (log.TryWhole(words[0], line, Columns[0], 0, InstanceLimits.MostStops, out var number) && number != expected)
            log.Add("solomon.order", $"Customers are numbered in order; {expected} is next.", line, Columns[0], words[0]);
        log.TryNumber(words[1], line, Columns[1], -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate, out var x);
        log.TryNumber(words[2], line, Columns[2], -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate, out var y);
        log.TryWhole(words[3], line, Columns[3], 0, InstanceLimits.LargestLoad, out var demand);
        log.TryNumber(words[4], line, Columns[4], 0, InstanceLimits.LatestTime, out var early);
        log.TryNumber(words[5], line, Columns[5], 0, InstanceLimits.LatestTime, out var late);
        log.TryNumber(words[6], line, Columns[6], 0, InstanceLimits.LatestTime, out var service);
        return new InstanceStop(x, y, demand, early, late, service);
    }
}
