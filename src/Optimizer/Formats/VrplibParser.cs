using System.Globalization;

namespace Territory.Optimizer.Formats;

/// <summary>VRPLIB: CVRP, VRPTW, PDPTW with one depot, and MDVRP, MDVRPTW, HFVRP and SDVRPTW with vehicles that are told apart; Euclidean or explicit weights.</summary>
/// <remarks>
/// Pickups and deliveries are the columns of LKH-3 (Helsgaun 2017): node, demand, earliest, latest, service, pickup, delivery, the last two being nodes or 0. Several depots are the
/// first nodes, and VEHICLES_DEPOT_SECTION gives the depot of each vehicle, as in PyVRP's published instances. What a file says beyond this would change the problem and is refused.
/// </remarks>
internal sealed class VrplibParser(string[] lines, ProblemLog log)
{
    private const string PairSection = "PICKUP_AND_DELIVERY_SECTION";
    private const string WindowSection = "TIME_WINDOW_SECTION";
    private const int MostDepots = 1_000;

    private static readonly string[] Types = ["CVRP", "VRPTW", "PDPTW", "MDVRP", "MDVRPTW", "HFVRP", "SDVRPTW"];

    private static readonly string[] KnownSections =
    [
        "NODE_COORD_SECTION", "DEMAND_SECTION", WindowSection, "SERVICE_TIME_SECTION", "DEPOT_SECTION", "EDGE_WEIGHT_SECTION", PairSection, "DISPLAY_DATA_SECTION",
        .. VrplibFleets.Sections,
    ];

    private readonly VrplibText text = new(lines, log);
    private int size;
    private int depots = 1;

    public RoutingInstance? Parse(RoundingRule rounding)
    {
        var type = text.Value("TYPE").ToUpperInvariant();
        if (!Types.Contains(type))
            log.Add("vrplib.type", $"TYPE must be one of {string.Join(", ", Types)}.", text.LineOf("TYPE"), "TYPE", type);
        var weights = text.Value("EDGE_WEIGHT_TYPE").ToUpperInvariant();
        if (weights is not ("EXPLICIT" or "EUC_2D"))
            log.Add("vrplib.weights", "EDGE_WEIGHT_TYPE must be EUC_2D or EXPLICIT.", text.LineOf("EDGE_WEIGHT_TYPE"), "EDGE_WEIGHT_TYPE", weights);
        RefuseUnknown();
        if (!text.TryWhole("DIMENSION", 1, InstanceLimits.MostStops, out var dimension))
            return null;
        size = (int)dimension;
        var isExplicit = weights == "EXPLICIT";
        var hasPairs = type == "PDPTW";
        var hasWindows = hasPairs || type.EndsWith("TW", StringComparison.Ordinal);
        var places = text.Table("NODE_COORD_SECTION", "node", size, 2, !isExplicit, -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate);
        ReadDepots(hasPairs);
        var (fleets, ofVehicle) = new VrplibFleets(text, size, depots, log).Read();
        InstanceStop[]? stops;
        IReadOnlyList<StopPair> pairs = [];
        if (hasPairs)
            (stops, pairs) = PairedStops(places);
        else
            stops = Stops(places, hasWindows);
        var matrix = isExplicit ? new VrplibWeights(text, size, log).Read() : null;
        if (!log.IsEmpty)
            return null;
        return new RoutingInstance
        {
            Name = text.Value("NAME"),
            Format = InstanceFormat.Vrplib,
            HasTimeWindows = hasWindows,
            Fleets = fleets,
            Depots = depots > 1 ? depots : null,
            FleetOfVehicle = ofVehicle,
            Stops = InOrder(stops!),
            Pairs = pairs,
            Matrix = matrix is null || depots == 1 ? matrix : InOrder(matrix),
            Rounding = rounding != RoundingRule.Auto ? rounding : type switch { "VRPTW" => RoundingRule.Dimacs, "CVRP" => RoundingRule.Nearest, _ => RoundingRule.Exact },
        };
    }

    /// <summary>A section or a limit of vehicles that is not known here would change the problem.</summary>
    private void RefuseUnknown()
    {
        foreach (var (section, line) in text.Sections.Where(section => section.Section.EndsWith("_SECTION", StringComparison.OrdinalIgnoreCase) && !KnownSections.Contains(section.Section, StringComparer.OrdinalIgnoreCase)))
            log.Add("vrplib.unsupported", "This section is not supported, and the problem would be another without it.", line, section);
        foreach (var (key, line) in text.Keys.Where(key => key.Key.StartsWith("VEHICLES_", StringComparison.OrdinalIgnoreCase) && !VrplibFleets.Keys.Contains(key.Key, StringComparer.OrdinalIgnoreCase)))
            log.Add("vrplib.unsupported", "This limit of the vehicles is not supported, and the problem would be another without it.", line, key, text.Value(key));
    }

    private void ReadDepots(bool isSingle)
    {
        if (text.Rows("DEPOT_SECTION", isNeeded: true) is not { } rows)
            return;
        var words = rows.SelectMany(row => row.Words).TakeWhile(word => word != "-1").ToArray();
        var isInOrder = words.Length > 0 && words.Length <= Math.Min(size, MostDepots) && words.Select((word, i) => word == (i + 1).ToString(CultureInfo.InvariantCulture)).All(isNext => isNext);
        if (!isInOrder || (isSingle && words.Length > 1))
            log.Add("vrplib.depot", isSingle ? "The one depot must be node 1." : $"The depots must be the first nodes, 1, 2 and so on, at most {MostDepots}.", text.LineOf("DEPOT_SECTION"), "DEPOT_SECTION", string.Join(' ', words.Take(5)));
        else
            depots = words.Length;
    }

    private InstanceStop[]? Stops(VrplibTable? places, bool hasWindows)
    {
        var demands = text.Table("DEMAND_SECTION", "node", size, 1, isNeeded: true, 0, InstanceLimits.LargestLoad, isWhole: true);
        var windows = text.Table(WindowSection, "node", size, 2, hasWindows, 0, InstanceLimits.LatestTime);
        var services = text.Table("SERVICE_TIME_SECTION", "node", size, 1, isNeeded: false, 0, InstanceLimits.LatestTime);
        var service = text.Number("SERVICE_TIME", 0, InstanceLimits.LatestTime);
        if (windows is not null && !hasWindows)
            log.Add("vrplib.windows", $"A {text.Value("TYPE")} has no time windows; with them its TYPE ends in TW.", text.LineOf(WindowSection), WindowSection);
        for (var node = 0; node < size; node++)
        {
            if (windows is not null && windows[node, 0] > windows[node, 1])
                log.Add("window.order", "A window must begin before it ends.", windows.Lines[node], WindowSection, FormattableString.Invariant($"{windows[node, 0]} {windows[node, 1]}"));
            if (node < depots && demands is not null && demands[node] != 0)
                log.Add("vrplib.depot.demand", "A depot has no demand.", demands.Lines[node], "DEMAND_SECTION", FormattableString.Invariant($"{demands[node]}"));
            if (node < depots && services is not null && services[node] != 0)
                log.Add("vrplib.depot.service", "A depot has no service.", services.Lines[node], "SERVICE_TIME_SECTION", FormattableString.Invariant($"{services[node]}"));
        }

        return demands is null ? null :
        [
            .. Enumerable.Range(0, size).Select(i => new InstanceStop(
                places?[i, 0] ?? 0,
                places?[i, 1] ?? 0,
                (long)demands[i],
                windows?[i, 0] ?? 0,
                windows?[i, 1] ?? InstanceLimits.LatestTime,
                services?[i] ?? (i < depots ? 0 : service))),
        ];
    }

    private (InstanceStop[]? Stops, IReadOnlyList<StopPair> Pairs) PairedStops(VrplibTable? places)
    {
        if (text.Table(PairSection, "node", size, 6, isNeeded: true, -InstanceLimits.LargestLoad, InstanceLimits.LargestLoad) is not { } rows)
            return (null, []);
        double Cell(int node, int column, double least, double most, bool isWhole)
        {
            var value = rows[node, column];
            if (value < least || value > most || (isWhole && value != Math.Floor(value)))
                log.Add("vrplib.pair", FormattableString.Invariant($"Node {node + 1} needs a {(isWhole ? "whole " : "")}number from {least} to {most} in column {column + 2}."), rows.Lines[node], PairSection, value.ToString(CultureInfo.InvariantCulture));
            return value;
        }

        InstanceStop[] stops = [.. Enumerable.Range(0, size).Select(i => new InstanceStop(
            places?[i, 0] ?? 0,
            places?[i, 1] ?? 0,
            (long)Cell(i, 0, -InstanceLimits.LargestLoad, InstanceLimits.LargestLoad, isWhole: true),
            Cell(i, 1, 0, InstanceLimits.LatestTime, isWhole: false),
            Cell(i, 2, 0, InstanceLimits.LatestTime, isWhole: false),
            Cell(i, 3, 0, InstanceLimits.LatestTime, isWhole: false)))];
        (int Pickup, int Delivery)[] partners = [.. Enumerable.Range(0, size).Select(i => ((int)Cell(i, 4, 0, size, isWhole: true), (int)Cell(i, 5, 0, size, isWhole: true)))];
        for (var i = 0; i < size; i++)
        {
            if (stops[i].Early > stops[i].Late)
                log.Add("window.order", "A window must begin before it ends.", rows.Lines[i], PairSection, FormattableString.Invariant($"{stops[i].Early} {stops[i].Late}"));
        }

        if (!log.IsEmpty)
            return (null, []);
        var pairs = new PairList(log, size);
        // Node 1 is the depot and cannot be a partner: as a stop it is 0, like none.
        for (var i = 0; i < size; i++)
            pairs.Add(i, stops[i].Demand, Math.Max(0, partners[i].Pickup - 1), Math.Max(0, partners[i].Delivery - 1), rows.Lines[i]);
        return (stops, log.IsEmpty ? pairs.Pairs(stops) : []);
    }

    /// <summary>The first depot, what is to be served, the other depots.</summary>
    private T[] InOrder<T>(T[] nodes) where T : struct
    {
        int[] order = [0, .. Enumerable.Range(depots, size - depots), .. Enumerable.Range(1, depots - 1)];
        return nodes.Length == size ? [.. order.Select(node => nodes[node])] : [.. order.SelectMany(from => order.Select(to => nodes[(from * size) + to]))];
    }
}
