using System.Globalization;

namespace Territory.Optimizer.Formats;

/// <summary>VRPLIB: the problems of <see cref="VrplibType"/>, with one depot or several, with equal vehicles or ones that are told apart; Euclidean or explicit weights.</summary>
/// <remarks>
/// Several depots are the first nodes, and VEHICLES_DEPOT_SECTION gives the depot of each vehicle, as in PyVRP's published instances. What a file says beyond what is read would
/// change the problem and is refused.
/// </remarks>
internal sealed class VrplibParser(string[] lines, ProblemLog log)
{
    private const int MostDepots = 1_000;

    /// <summary>What would have to be told of stops of pairs too.</summary>
    private static readonly string[] NotOfPairs =
        [VrplibLoads.Linehauls, VrplibLoads.Backhauls, VrplibStops.Releases, VrplibStops.Prizes, VrplibGroups.Section, VrplibReloads.Section];

    /// <summary>What columns of <see cref="VrplibPickups.Section"/> say where they are amounts.</summary>
    private static readonly string[] NotOfAmounts = [VrplibLoads.Demands, VrplibLoads.Linehauls, VrplibLoads.Backhauls, VrplibStops.Windows, VrplibStops.Services];

    private static readonly string[] KnownSections =
    [
        "NODE_COORD_SECTION", "DEPOT_SECTION", "EDGE_WEIGHT_SECTION", "DISPLAY_DATA_SECTION", VrplibLoads.Demands, VrplibLoads.Linehauls, VrplibLoads.Backhauls, VrplibStops.Windows,
        VrplibStops.Services, VrplibStops.Releases, VrplibStops.Prizes, VrplibPickups.Section, VrplibGroups.Section, .. VrplibFleets.Sections,
    ];

    private readonly VrplibText text = new(lines, log);
    private int size;
    private int depots = 1;

    public RoutingInstance? Parse(RoundingRule rounding)
    {
        var type = VrplibType.Of(text.Value("TYPE"));
        if (type is null)
            log.Add("vrplib.type", $"TYPE must be one of {VrplibType.Names}.", text.LineOf("TYPE"), "TYPE", text.Value("TYPE"));
        var weights = text.Value("EDGE_WEIGHT_TYPE").ToUpperInvariant();
        if (weights is not ("EXPLICIT" or "EUC_2D" or "EXACT_2D"))
            log.Add("vrplib.weights", "EDGE_WEIGHT_TYPE must be EUC_2D, EXACT_2D or EXPLICIT.", text.LineOf("EDGE_WEIGHT_TYPE"), "EDGE_WEIGHT_TYPE", weights);
        // Which sections belong to an unknown TYPE is not known, but what they hold can still be judged.
        type ??= new VrplibType("CVRP", RoundingRule.Nearest);
        var hasAmounts = type.MayHaveAmounts && text.Has(VrplibPickups.Section);
        RefuseUnknown(type, hasAmounts);
        if (!text.TryWhole("DIMENSION", 1, InstanceLimits.MostStops, out var dimension))
            return null;
        size = (int)dimension;
        var isExplicit = weights == "EXPLICIT";
        var places = text.Table("NODE_COORD_SECTION", "node", size, 2, !isExplicit, -InstanceLimits.LargestCoordinate, InstanceLimits.LargestCoordinate);
        ReadDepots(type.HasPairs);
        var loads = new VrplibLoads(text, size, depots, log);
        var (stops, pairs) = Stops(type, places, loads, hasAmounts);
        var groups = new VrplibGroups(text, size, depots, log).Read(stops);
        var (fleets, ofVehicle) = new VrplibFleets(text, size, depots, loads.Dimensions, log).Read();
        var matrix = isExplicit ? new VrplibWeights(text, size, log).Read() : null;
        if (!log.IsEmpty)
            return null;
        return new RoutingInstance
        {
            Name = text.Value("NAME"),
            Format = InstanceFormat.Vrplib,
            HasTimeWindows = type.HasWindows,
            Fleets = fleets,
            Depots = depots > 1 ? depots : null,
            FleetOfVehicle = ofVehicle,
            Stops = InOrder(stops!),
            Pairs = pairs,
            Groups = groups,
            Backhauls = type.Backhauls,
            IsOpen = type.IsOpen,
            Matrix = matrix is null || depots == 1 ? matrix : InOrder(matrix),
            Rounding = rounding != RoundingRule.Auto ? rounding : weights == "EXACT_2D" ? RoundingRule.Exact : type.Rounding,
        };
    }

    private (InstanceStop[]? Stops, IReadOnlyList<StopPair> Pairs) Stops(VrplibType type, VrplibTable? places, VrplibLoads loads, bool hasAmounts)
    {
        var pickups = new VrplibPickups(text, size, log);
        if (type.HasPairs)
            return pickups.Pairs(places);
        var nodes = new VrplibStops(text, size, depots, log);
        var stops = hasAmounts ? pickups.Amounts(places, depots, type.HasWindows) is { } amounts ? nodes.WithReleasesAndPrizes(amounts) : null : nodes.Read(places, type, loads);
        return (stops, []);
    }

    /// <summary>A section or a limit of vehicles that is not known here, or not for this TYPE, would change the problem.</summary>
    private void RefuseUnknown(VrplibType type, bool hasAmounts)
    {
        foreach (var (section, line) in text.Sections)
        {
            if (section.EndsWith("_SECTION", StringComparison.OrdinalIgnoreCase) && !KnownSections.Contains(section, StringComparer.OrdinalIgnoreCase))
                log.Add("vrplib.unsupported", "This section is not supported, and the problem would be another without it; to solve that one, take the section out.", line, section);
            else if (Is(section, type.HasPairs ? NotOfPairs : hasAmounts ? NotOfAmounts : [VrplibPickups.Section]))
                log.Add("vrplib.unsupported", $"This section has no meaning {(hasAmounts ? $"beside {VrplibPickups.Section}" : $"with TYPE {type.Name}")}; take it out or change the TYPE.", line, section);
        }

        if (hasAmounts && text.Has(VrplibStops.Service))
            log.Add("vrplib.unsupported", $"This key has no meaning beside {VrplibPickups.Section}, which has a column of services; take it out.", text.LineOf(VrplibStops.Service), VrplibStops.Service);
        foreach (var (key, line) in text.Keys.Where(key => key.Key.StartsWith("VEHICLES_", StringComparison.OrdinalIgnoreCase) && !Is(key.Key, [.. VrplibFleets.Keys])))
            log.Add("vrplib.unsupported", "This limit of the vehicles is not supported, and the problem would be another without it; to solve that one, take the line out.", line, key, text.Value(key));
    }

    private static bool Is(string name, string[] names) => names.Contains(name, StringComparer.OrdinalIgnoreCase);

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

    /// <summary>The first depot, what is to be served, the other depots.</summary>
    private T[] InOrder<T>(T[] nodes) where T : struct
    {
        int[] order = [0, .. Enumerable.Range(depots, size - depots), .. Enumerable.Range(1, depots - 1)];
        return nodes.Length == size ? [.. order.Select(node => nodes[node])] : [.. order.SelectMany(from => order.Select(to => nodes[(from * size) + to]))];
    }
}
