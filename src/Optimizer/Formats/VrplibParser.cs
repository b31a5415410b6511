using System.Globalization;

namespace Territory.Optimizer.Formats;

/// <summary>VRPLIB: "KEY : value" lines and sections of numbers; CVRP, VRPTW and PDPTW with one depot, Euclidean or explicit weights.</summary>
/// <remarks>Pickups and deliveries are the columns of LKH-3 (Helsgaun 2017): node, demand, earliest, latest, service, pickup, delivery, the last two being nodes or 0.</remarks>
internal sealed class VrplibParser(string[] lines, ProblemLog log)
{
    private static readonly string[] Formats = ["FULL_MATRIX", "LOWER_ROW", "LOWER_DIAG_ROW", "UPPER_ROW", "UPPER_DIAG_ROW"];

    private readonly Dictionary<string, (string Value, int Line)> keys = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, (int First, int End)> sections = new(StringComparer.OrdinalIgnoreCase);
    private int size;

    public RoutingInstance? Parse(RoundingRule rounding)
    {
        Scan();
        size = (int)Key("DIMENSION", 2, InstanceLimits.MostStops);
        var capacity = Key("CAPACITY", 0, InstanceLimits.LargestLoad);
        var vehicles = keys.ContainsKey("VEHICLES") ? (int)Key("VEHICLES", 1, 1_000_000) : (int?)null;
        var type = Text("TYPE");
        var hasPairs = type.Equals("PDPTW", StringComparison.OrdinalIgnoreCase);
        var hasTimeWindows = hasPairs || type.Equals("VRPTW", StringComparison.OrdinalIgnoreCase);
        if (!hasTimeWindows && !type.Equals("CVRP", StringComparison.OrdinalIgnoreCase))
            log.Add("vrplib.type", "TYPE must be CVRP, VRPTW or PDPTW.", LineOf("TYPE"), "TYPE", type);
        var isExplicit = Text("EDGE_WEIGHT_TYPE").Equals("EXPLICIT", StringComparison.OrdinalIgnoreCase);
        if (!isExplicit && !Text("EDGE_WEIGHT_TYPE").Equals("EUC_2D", StringComparison.OrdinalIgnoreCase))
            log.Add("vrplib.weights", "EDGE_WEIGHT_TYPE must be EUC_2D or EXPLICIT.", LineOf("EDGE_WEIGHT_TYPE"), "EDGE_WEIGHT_TYPE", Text("EDGE_WEIGHT_TYPE"));
        if (!log.IsEmpty)
            return null;

        var places = Table("NODE_COORD_SECTION", 2, !isExplicit, -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate);
        if (hasPairs)
            return Paired(places, vehicles, capacity, isExplicit, rounding);
        var demands = Table("DEMAND_SECTION", 1, true, 0, InstanceLimits.LargestLoad);
        var windows = Table("TIME_WINDOW_SECTION", 2, hasTimeWindows, 0, InstanceLimits.LatestTime);
        var services = Table("SERVICE_TIME_SECTION", 1, false, 0, InstanceLimits.LatestTime);
        var service = keys.ContainsKey("SERVICE_TIME") ? Key("SERVICE_TIME", 0, (long)InstanceLimits.LatestTime) : 0;
        Depot();
        var matrix = isExplicit ? Weights() : null;
        if (!log.IsEmpty)
            return null;
        return new RoutingInstance
        {
            Name = Text("NAME"),
            Format = InstanceFormat.Vrplib,
            HasTimeWindows = hasTimeWindows,
            Fleets = [new InstanceFleet(vehicles, capacity)],
            Stops =
            [
                .. Enumerable.Range(0, size).Select(i => new InstanceStop(
                    places?[2 * i] ?? 0,
                    places?[(2 * i) + 1] ?? 0,
                    (long)demands![i],
                    windows?[2 * i] ?? 0,
                    windows?[(2 * i) + 1] ?? InstanceLimits.LatestTime,
                    services?[i] ?? (i == 0 ? 0 : service))),
            ],
            Matrix = matrix,
            Rounding = rounding != RoundingRule.Auto ? rounding : hasTimeWindows ? RoundingRule.Dimacs : RoundingRule.Nearest,
        };
    }

    private RoutingInstance? Paired(double[]? places, int? vehicles, long capacity, bool isExplicit, RoundingRule rounding)
    {
        const string Section = "PICKUP_AND_DELIVERY_SECTION";
        const int Columns = 6;
        var rows = Table(Section, Columns, true, -InstanceLimits.LargestLoad, InstanceLimits.LargestLoad);
        Depot();
        var matrix = isExplicit ? Weights() : null;
        if (rows is null || !log.IsEmpty)
            return null;
        var line = sections[Section].First;
        double Cell(int node, int column, double least, double most, bool isWhole)
        {
            var value = rows[(Columns * node) + column];
            if (value < least || value > most || (isWhole && value != Math.Floor(value)))
                log.Add("vrplib.pair", $"Node {node + 1} needs a {(isWhole ? "whole " : "")}number from {least} to {most} in column {column + 2}.", line, Section, value.ToString(CultureInfo.InvariantCulture));
            return value;
        }

        InstanceStop[] stops = [.. Enumerable.Range(0, size).Select(i => new InstanceStop(
            places?[2 * i] ?? 0,
            places?[(2 * i) + 1] ?? 0,
            (long)Cell(i, 0, -InstanceLimits.LargestLoad, InstanceLimits.LargestLoad, isWhole: true),
            Cell(i, 1, 0, InstanceLimits.LatestTime, isWhole: false),
            Cell(i, 2, 0, InstanceLimits.LatestTime, isWhole: false),
            Cell(i, 3, 0, InstanceLimits.LatestTime, isWhole: false)))];
        (int Pickup, int Delivery)[] partners = [.. Enumerable.Range(0, size).Select(i => ((int)Cell(i, 4, 0, size, isWhole: true), (int)Cell(i, 5, 0, size, isWhole: true)))];
        if (!log.IsEmpty)
            return null;
        var pairs = new PairList(log, size);
        // Node 1 is the depot and cannot be a partner: as a stop it is 0, like none.
        for (var i = 0; i < size; i++)
            pairs.Add(i, stops[i].Demand, Math.Max(0, partners[i].Pickup - 1), Math.Max(0, partners[i].Delivery - 1), line);
        return new RoutingInstance
        {
            Name = Text("NAME"),
            Format = InstanceFormat.Vrplib,
            HasTimeWindows = true,
            Fleets = [new InstanceFleet(vehicles, capacity)],
            Stops = stops,
            Pairs = log.IsEmpty ? pairs.Pairs(stops) : [],
            Matrix = matrix,
            Rounding = rounding == RoundingRule.Auto ? RoundingRule.Exact : rounding,
        };
    }

    private void Scan()
    {
        string? section = null;
        var first = 0;
        void Close(int end)
        {
            if (section is not null)
                sections[section] = (first, end);
            section = null;
        }

        for (var i = 0; i < lines.Length; i++)
        {
            var line = lines[i].AsSpan().Trim();
            if (line.Length == 0 || !char.IsAsciiLetter(line[0]))
                continue;
            Close(i);
            if (line.StartsWith("EOF", StringComparison.OrdinalIgnoreCase))
                return;
            var colon = line.IndexOf(':');
            if (colon >= 0)
            {
                keys.TryAdd(line[..colon].Trim().ToString(), (line[(colon + 1)..].Trim().ToString(), i + 1));
                continue;
            }

            section = line.ToString();
            first = i + 1;
            if (!section.EndsWith("_SECTION", StringComparison.OrdinalIgnoreCase))
                log.Add("vrplib.line", "A line must be \"KEY : value\", a section's name or numbers.", i + 1, value: section);
            if (sections.ContainsKey(section))
                log.Add("vrplib.section.twice", "A section must be given once.", i + 1, section);
        }

        Close(lines.Length);
    }

    private string Text(string key) => keys.TryGetValue(key, out var entry) ? entry.Value : "";

    private int? LineOf(string key) => keys.TryGetValue(key, out var entry) ? entry.Line : null;

    private long Key(string key, long least, long most)
    {
        if (keys.TryGetValue(key, out var entry))
            return log.TryWhole(entry.Value, entry.Line, key, least, most, out var value) ? value : least;
        log.Add("vrplib.key.missing", $"The file needs a line \"{key} : value\".", field: key);
        return least;
    }

    /// <summary>Rows of a node number and its values; every node once, in any order.</summary>
    private double[]? Table(string section, int width, bool isNeeded, double least, double most)
    {
        if (!sections.TryGetValue(section, out var range))
        {
            if (isNeeded)
                log.Add("vrplib.section.missing", $"The file needs a {section}.", field: section);
            return null;
        }

        var values = new double[size * width];
        var isGiven = new bool[size];
        for (var i = range.First; i < range.End; i++)
        {
            var words = lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
            if (words.Length == 0)
                continue;
            if (words.Length != width + 1)
            {
                log.Add("vrplib.columns", $"A line of {section} has {width + 1} columns.", i + 1, section, lines[i].Trim());
                continue;
            }

            if (!log.TryWhole(words[0], i + 1, section, 1, size, out var node))
                continue;
            if (isGiven[node - 1])
                log.Add("vrplib.node.twice", "A node must be given once.", i + 1, section, words[0]);
            isGiven[node - 1] = true;
            for (var column = 0; column < width; column++)
            {
                if (width == 1 && section == "DEMAND_SECTION")
                    values[node - 1] = log.TryWhole(words[1], i + 1, section, (long)least, (long)most, out var whole) ? whole : 0;
                else
                    log.TryNumber(words[column + 1], i + 1, section, least, most, out values[((node - 1) * width) + column]);
            }
        }

        var missing = Array.IndexOf(isGiven, false);
        if (missing >= 0)
            log.Add("vrplib.node.missing", $"{section} must give every node from 1 to {size}; {isGiven.Count(given => !given)} are missing.", range.End, section, $"{missing + 1}");
        return values;
    }

    private void Depot()
    {
        if (!sections.TryGetValue("DEPOT_SECTION", out var range))
        {
            log.Add("vrplib.section.missing", "The file needs a DEPOT_SECTION.", field: "DEPOT_SECTION");
            return;
        }

        var words = Enumerable.Range(range.First, range.End - range.First)
            .SelectMany(i => lines[i].Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)).TakeWhile(word => word != "-1").ToArray();
        if (words is not ["1"])
            log.Add("vrplib.depot", "The one depot must be node 1.", range.First, "DEPOT_SECTION", string.Join(' ', words.Take(5)));
    }

    private double[]? Weights()
    {
        var format = Text("EDGE_WEIGHT_FORMAT").ToUpperInvariant();
        if (!Formats.Contains(format))
        {
            log.Add("vrplib.weight.format", $"EDGE_WEIGHT_FORMAT must be one of {string.Join(", ", Formats)}.", LineOf("EDGE_WEIGHT_FORMAT"), "EDGE_WEIGHT_FORMAT", format);
            return null;
        }

        if (!sections.TryGetValue("EDGE_WEIGHT_SECTION", out var range))
        {
            log.Add("vrplib.section.missing", "Explicit weights need an EDGE_WEIGHT_SECTION.", field: "EDGE_WEIGHT_SECTION");
            return null;
        }

        var cells = Cells(format).GetEnumerator();
        var matrix = new double[size * size];
        for (var i = range.First; i < range.End; i++)
        {
            foreach (var word in lines[i].AsSpan().SplitAny((ReadOnlySpan<char>)" \t\r"))
            {
                var text = lines[i].AsSpan()[word];
                if (text.IsEmpty)
                    continue;
                if (!cells.MoveNext())
                {
                    log.Add("vrplib.weight.many", $"{format} of {size} nodes has fewer weights.", i + 1, "EDGE_WEIGHT_SECTION", text.ToString());
                    return null;
                }

                if (!double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) || weight is not (>= 0 and <= InstanceLimits.LargestWeight))
                {
                    log.Add("number.range", $"A weight must be 0 to {InstanceLimits.LargestWeight}.", i + 1, "EDGE_WEIGHT_SECTION", text.ToString());
                    weight = 0;
                }

                var (row, column) = cells.Current;
                matrix[(row * size) + column] = weight;
                if (format != "FULL_MATRIX")
                    matrix[(column * size) + row] = weight;
            }
        }

        if (cells.MoveNext())
            log.Add("vrplib.weight.few", $"{format} of {size} nodes has more weights; row {cells.Current.Row + 1} is not complete.", range.End, "EDGE_WEIGHT_SECTION");
        return matrix;
    }

    private IEnumerable<(int Row, int Column)> Cells(string format)
    {
        for (var row = 0; row < size; row++)
        {
            var (from, to) = format switch
            {
                "LOWER_ROW" => (0, row),
                "LOWER_DIAG_ROW" => (0, row + 1),
                "UPPER_ROW" => (row + 1, size),
                "UPPER_DIAG_ROW" => (row, size),
                _ => (0, size),
            };
            for (var column = from; column < to; column++)
                yield return (row, column);
        }
    }
}
