namespace Territory.Optimizer.Formats;

/// <summary>The vehicles of a VRPLIB file: one figure for all, or a section with a row for each vehicle, as PyVRP's dialect has it; equal vehicles are one fleet.</summary>
/// <param name="dimensions">How many dimensions loads have.</param>
internal sealed class VrplibFleets(VrplibText text, int size, int depots, int dimensions, ProblemLog log)
{
    private const string Capacity = "CAPACITY";
    private const string Allowed = "VEHICLES_ALLOWED_CLIENTS_SECTION";
    private const string DepotSection = "VEHICLES_DEPOT_SECTION";
    private const int MostVehicles = 1_000_000;

    private static readonly string[] Figures = [Capacity, "VEHICLES_MAX_DURATION", "VEHICLES_MAX_DISTANCE", "VEHICLES_FIXED_COST", "VEHICLES_UNIT_DISTANCE_COST", VrplibReloads.Most];

    public static IEnumerable<string> Keys => ["VEHICLES", "DISTANCE", .. Figures];

    public static IEnumerable<string> Sections => [Allowed, DepotSection, VrplibReloads.Section, .. Figures.Select(figure => figure + "_SECTION")];

    /// <summary>The fleets, and the fleet of each vehicle where the file tells its vehicles apart.</summary>
    public (InstanceFleet[] Fleets, int[]? OfVehicle) Read()
    {
        var isApart = depots > 1 || Sections.Any(text.Has);
        long vehicles = 0;
        if (isApart || text.Has("VEHICLES"))
        {
            // A number for each vehicle is kept, so that a file that asks for many has to bring as many lines or be a file of one fleet.
            text.TryWhole("VEHICLES", 1, isApart ? InstanceLimits.MostStops : MostVehicles, out vehicles);
        }

        var count = isApart ? (int)vehicles : 1;
        var capacity = Capacities(count);
        var duration = Figure(Figures[1], count, text.Has("DISTANCE") ? LongestRoute() : double.PositiveInfinity, InstanceLimits.LatestTime, isWhole: false);
        var distance = Figure(Figures[2], count, double.PositiveInfinity, InstanceLimits.LatestTime, isWhole: false);
        var fixedCost = Figure(Figures[3], count, 0, InstanceLimits.LargestCost, isWhole: true);
        var unitCost = Figure(Figures[4], count, 1, InstanceLimits.LargestCost, isWhole: true);
        var reloads = Figure(VrplibReloads.Most, count, InstanceLimits.MostStops, InstanceLimits.LargestCost, isWhole: true);
        var depotOf = text.Table(DepotSection, "vehicle", count, 1, isNeeded: depots > 1, 1, depots, isWhole: true);
        var trips = new VrplibReloads(text, depots, Math.Max(1, size - depots), log).Read(count, reloads, vehicle => (int)(depotOf?[vehicle] ?? 1) - 1);
        var allowed = text.Has(Allowed) ? AllowedStops(count) : null;
        if (!log.IsEmpty)
            return ([], null);
        var ofVehicle = new int[count];
        var fleets = new List<InstanceFleet>();
        var known = new Dictionary<string, int>();
        for (var vehicle = 0; vehicle < count; vehicle++)
        {
            var depot = (int)(depotOf?[vehicle] ?? 1) - 1;
            var stops = allowed?[vehicle];
            var load = capacity(vehicle);
            var mark = FormattableString.Invariant($"{depot} {load} {trips(vehicle)} {duration(vehicle)} {distance(vehicle)} {fixedCost(vehicle)} {unitCost(vehicle)} ")
                + (stops is null ? "" : string.Concat(stops.Select(isAllowed => isAllowed ? '1' : '0')));
            if (!known.TryGetValue(mark, out var fleet))
            {
                known[mark] = fleet = fleets.Count;
                fleets.Add(new InstanceFleet(0, load.First, duration(vehicle))
                {
                    FurtherCapacity = (load.Second, load.Third),
                    MostTrips = trips(vehicle),
                    Depot = isApart ? depot : null,
                    LongestDistance = distance(vehicle),
                    FixedCost = (long)fixedCost(vehicle),
                    CostPerDistance = (long)unitCost(vehicle),
                    AllowedStops = stops is null || Array.TrueForAll(stops, isAllowed => isAllowed) ? null : stops,
                });
            }

            ofVehicle[vehicle] = fleet;
            fleets[fleet] = fleets[fleet] with { Vehicles = fleets[fleet].Vehicles + 1 };
        }

        return isApart ? ([.. fleets], ofVehicle) : ([fleets[0] with { Vehicles = text.Has("VEHICLES") ? (int)vehicles : null }], null);
    }

    /// <summary>CVRPLIB's name for the longest travel and service of one route; LKH-3's instances write 0 where there is no limit.</summary>
    private double LongestRoute() => text.Number("DISTANCE", 0, InstanceLimits.LatestTime) is > 0 and var limit ? limit : double.PositiveInfinity;

    /// <summary>Of loads of one dimension a figure like the others, of more a section with as many columns.</summary>
    private Func<int, (long First, long Second, long Third)> Capacities(int count)
    {
        if (dimensions == 1)
        {
            var figure = Figure(Capacity, count, null, InstanceLimits.LargestLoad, isWhole: true);
            return vehicle => ((long)figure(vehicle), 0, 0);
        }

        const string Section = Capacity + "_SECTION";
        if (text.Has(Capacity))
            log.Add("vrplib.vehicle", $"Loads of {dimensions} dimensions need a {Section} with as many columns, not one {Capacity}.", text.LineOf(Capacity), Capacity);
        var table = text.Table(Section, "vehicle", count, dimensions, isNeeded: true, 0, InstanceLimits.LargestLoad, isWhole: true);
        return vehicle => table is null ? default : ((long)table[vehicle], (long)table[vehicle, 1], dimensions > 2 ? (long)table[vehicle, 2] : 0);
    }

    /// <param name="otherwise">Where the file says nothing; null where it has to.</param>
    private Func<int, double> Figure(string name, int count, double? otherwise, double most, bool isWhole)
    {
        var section = name + "_SECTION";
        if (text.Has(name) && text.Has(section))
            log.Add("vrplib.vehicle", $"A file has {name} for all vehicles or {section} for each.", text.LineOf(section), section);
        if (text.Table(section, "vehicle", count, 1, isNeeded: false, 0, most, isWhole) is { } table)
            return vehicle => table[vehicle];
        if (!text.Has(name) && otherwise is { } usual)
            return _ => usual;
        double value = 0;
        if (!isWhole)
            value = text.Number(name, 0, most);
        else if (text.TryWhole(name, 0, (long)most, out var whole))
            value = whole;
        return _ => value;
    }

    /// <summary>For each vehicle whether it may serve each stop, by its node less the depots.</summary>
    private bool[][] AllowedStops(int count)
    {
        bool[][] allowed = [.. Enumerable.Range(0, count).Select(_ => new bool[size - depots])];
        var lineOf = new int[count];
        foreach (var (line, words) in text.Rows(Allowed, isNeeded: true) ?? [])
        {
            if (!text.TryNumberOf(Allowed, "vehicle", words[0], line, lineOf, out var vehicle))
                continue;
            foreach (var word in words.Skip(1))
            {
                if (log.TryWhole(word, line, Allowed, depots + 1, size, out var node))
                    allowed[vehicle][(int)node - depots - 1] = true;
            }
        }

        text.RequireAll(Allowed, "vehicle", lineOf);
        return allowed;
    }
}
