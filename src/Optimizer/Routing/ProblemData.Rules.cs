namespace Territory.Optimizer.Routing;

/// <content>The rules and costs that only a walk along the route can price, compiled.</content>
public sealed partial class ProblemData
{
    private ArcLengths[] distancesOfType = [];
    private ArcLengths[] durationsOfType = [];
    private ArcLengths?[] pricesOfType = [];
    private TravelClock?[] clocks = [];
    private bool[]?[] mayServe = [];
    private long[][] serviceOfType = [];
    private long[][] setupOfType = [];
    private int[][] emptyDays = [];
    private int[] relationOffset = [];
    private int[] relationsOf = [];

    public ProblemRules Rules { get; private set; } = ProblemRules.None;

    /// <summary>
    /// Whether a rule or cost is beyond what joined segments price, so that the search asks the walk along the route. What is not: single matrix, service by client,
    /// windows, loads, trips, releases, fixed, distance and duration cost, the longest duration, skills, prizes.
    /// </summary>
    public bool IsRich { get; private set; }

    /// <summary>The group of alternatives of each location, or -1.</summary>
    internal int[] GroupOf { get; private set; } = [];

    /// <summary>Clients at one place have equal numbers.</summary>
    internal int[] PlaceOf { get; private set; } = [];

    /// <summary>The position of each location in a frozen prefix, from 0, or -1.</summary>
    internal int[] PrefixPosition { get; private set; } = [];

    internal bool HasRelations => Rules.Relations.Count > 0;

    internal bool HasAlternatives => Rules.Alternatives.Count > 0;

    internal bool HasPrefixes { get; private set; }

    internal bool HasLocks { get; private set; }

    /// <summary>Whether any stop must be at a certain place of its day.</summary>
    internal bool HasPositions { get; private set; }

    internal bool HasPlanned { get; private set; }

    /// <summary>Whether when a stop is served has a price of its own.</summary>
    internal bool CostsStart { get; private set; }

    /// <summary>How many stops can be served at most: of alternatives one.</summary>
    internal int MostServed { get; private set; }

    /// <summary>The lengths that a vehicle type drives by.</summary>
    public ArcLengths DistancesOf(int type) => distancesOfType[type];

    /// <summary>The durations at full speed of a vehicle type; no leg takes less at any hour.</summary>
    public ArcLengths DurationsOf(int type) => durationsOfType[type];

    internal ArcLengths? PricesOf(int type) => pricesOfType[type];

    /// <summary>How long the roads of a vehicle type take by time of day; null where they take as long at any hour.</summary>
    internal TravelClock? ClockOf(int type) => clocks[type];

    /// <summary>Service of a vehicle type by location.</summary>
    internal ReadOnlySpan<long> ServicesOf(int type) => serviceOfType[type];

    /// <summary>Set-up of a vehicle type by location, for who comes from another place.</summary>
    internal ReadOnlySpan<long> SetupsOf(int type) => setupOfType[type];

    internal bool MayServe(int type, int location) => mayServe[type] is not { } allowed || allowed[location - DepotCount];

    /// <summary>The relations that name a location, by their numbers.</summary>
    internal ReadOnlySpan<int> RelationsOf(int location) =>
        relationsOf.AsSpan(relationOffset[location], relationOffset[location + 1] - relationOffset[location]);

    /// <summary>What a plan without any route pays for the clients it leaves out.</summary>
    internal long LeaveOutCostOfAll() => LeaveOutCostOf(Enumerable.Repeat(false, ClientCount).ToArray());

    /// <summary>What a plan pays for the clients it leaves out, a group of alternatives once.</summary>
    internal long LeaveOutCostOf(IReadOnlyList<bool> isServed)
    {
        long cost = 0;
        for (var client = 0; client < ClientCount; client++)
            cost += isServed[client] || GroupOf[DepotCount + client] >= 0 ? 0 : LeaveOutCost[DepotCount + client];
        foreach (var group in Rules.Alternatives)
            cost += group.Any(client => isServed[client]) ? 0 : LeaveOutCost[DepotCount + group[0]];
        return cost;
    }

    /// <summary>The clients left out: of a group of alternatives all of them where none is served, else none.</summary>
    internal int[] Unserved(IReadOnlyList<bool> isServed) => [.. Enumerable.Range(0, ClientCount).Where(client =>
        !isServed[client] && (GroupOf[DepotCount + client] is not (>= 0 and var group) || !Rules.Alternatives[group].Any(other => isServed[other])))];

    /// <summary>The locations of a day with nothing but what its vehicle has been sent to: with depots between its trips.</summary>
    internal ReadOnlySpan<int> EmptyDayOf(int type) => emptyDays[type];

    private int[] CompileEmptyDay(VehicleType type)
    {
        var nodes = new List<int> { type.StartDepot };
        var trip = 0;
        foreach (var client in type.Prefix)
        {
            for (; trip < Clients[client].Trip; trip++)
                nodes.Add(type.StartDepot);
            nodes.Add(DepotCount + client);
        }

        return [.. nodes, type.EndDepot];
    }

    private void CompileRules(ProblemRules rules)
    {
        Rules = rules;
        CompileTypes();
        CompileServices();
        CompileRelations();
        GroupOf = Filled(-1);
        for (var group = 0; group < rules.Alternatives.Count; group++)
        {
            foreach (var client in rules.Alternatives[group])
                GroupOf[DepotCount + client] = group;
        }

        MostServed = ClientCount - rules.Alternatives.Sum(group => group.Count - 1);
        PrefixPosition = Filled(-1);
        foreach (var type in VehicleTypes)
        {
            for (var i = 0; i < type.Prefix.Count; i++)
                PrefixPosition[DepotCount + type.Prefix[i]] = i;
        }

        emptyDays = [.. VehicleTypes.Select(CompileEmptyDay)];
        HasPrefixes = VehicleTypes.Any(type => type.Prefix.Count > 0);
        HasLocks = Clients.Any(client => client.Vehicle is not null);
        HasPositions = HasPrefixes || Clients.Any(client => client.Position != StopPosition.Any || client.Trip is not null);
        HasPlanned = Clients.Any(client => client.Planned is not null);
        CostsStart = Clients.Any(client => client.SoftWindow is not null || client.Planned is { Start: not null, CostPerShift: > 0 });
        IsRich = rules.Profiles.Count > 0 || rules.Relations.Count > 0 || rules.Alternatives.Count > 0 || rules.Balance is not null || rules.CostPerFurtherTerritory > 0
            || VehicleTypes.Any(IsRichType) || Clients.Any(IsRichClient);
    }

    private static bool IsRichType(VehicleType type) =>
        type.CostPerDriving > 0 || type.CostPerService > 0 || type.CostPerStop > 0 || type.OvertimeCostPerDuration > 0
        || type.MaxDistance < Interval.Unbounded || type.MaxDriving < Interval.Unbounded || type.MaxStops < int.MaxValue
        || type.SpeedPermille != 1_000 || type.SpeedPeriods.Count > 0 || type.Breaks.Count > 0 || type.DeliversBeforePickups || type.Prefix.Count > 0;

    private static bool IsRichClient(Client client) =>
        client.ServiceByType is not null || client.SetupByType is not null || (client.SetupDuration > 0 && client.Place is not null) || client.Due < Interval.Unbounded
        || client.SoftWindow is not null || client.Vehicle is not null || client.Position != StopPosition.Any || client.Trip is not null || client.Planned is not null;

    private void CompileTypes()
    {
        var count = VehicleTypes.Count;
        (distancesOfType, durationsOfType, pricesOfType) = (new ArcLengths[count], new ArcLengths[count], new ArcLengths?[count]);
        (clocks, mayServe) = (new TravelClock?[count], new bool[]?[count]);
        var scaled = new Dictionary<(int Profile, int Speed), ArcLengths>();
        var slotted = new Dictionary<(int Profile, int Speed), TravelClock>();
        for (var t = 0; t < count; t++)
        {
            var type = VehicleTypes[t];
            var profile = type.Profile == 0 ? new TravelProfile(Distances, Durations) : Rules.Profiles[type.Profile - 1];
            distancesOfType[t] = profile.Distances;
            pricesOfType[t] = profile.Prices;
            if (!scaled.TryGetValue((type.Profile, type.SpeedPermille), out var durations))
                scaled[(type.Profile, type.SpeedPermille)] = durations = profile.Durations.AtSpeed(type.SpeedPermille);
            durationsOfType[t] = durations;
            clocks[t] = type.SpeedPeriods.Count > 0 ? new TravelClock(type.SpeedPeriods) : null;
            if (profile.Slots.Count > 0)
            {
                if (!slotted.TryGetValue((type.Profile, type.SpeedPermille), out var clock))
                    slotted[(type.Profile, type.SpeedPermille)] = clock = new TravelClock(profile.Slots, type.SpeedPermille);
                clocks[t] = clock;
            }

            if (type.AllowedClients is not null || Clients.Any(client => client.Skills is not null))
                mayServe[t] = [.. Clients.Select((client, c) => type.AllowedClients?[c] != false && client.Skills?.Allows(type.Skills) != false)];
        }
    }

    private void CompileServices()
    {
        (serviceOfType, setupOfType) = (new long[VehicleTypes.Count][], new long[VehicleTypes.Count][]);
        PlaceOf = Filled(-1);
        for (var c = 0; c < ClientCount; c++)
            PlaceOf[DepotCount + c] = Clients[c].Place ?? -1 - DepotCount - c;
        for (var depot = 0; depot < DepotCount; depot++)
            PlaceOf[depot] = Depots[depot].Place ?? -1 - depot;
        for (var t = 0; t < VehicleTypes.Count; t++)
        {
            (serviceOfType[t], setupOfType[t]) = (new long[LocationCount], new long[LocationCount]);
            for (var c = 0; c < ClientCount; c++)
            {
                serviceOfType[t][DepotCount + c] = Clients[c].ServiceByType?[t] ?? Clients[c].ServiceDuration;
                setupOfType[t][DepotCount + c] = Clients[c].SetupByType?[t] ?? Clients[c].SetupDuration;
            }
        }

        // What the joined figures take for service: where types differ or places are shared, what is spent at least.
        for (var location = DepotCount; location < LocationCount; location++)
        {
            var isOwnPlace = Clients[location - DepotCount].Place is null;
            Service[location] = Enumerable.Range(0, VehicleTypes.Count)
                .Select(t => serviceOfType[t][location] + (isOwnPlace ? setupOfType[t][location] : 0)).DefaultIfEmpty(0).Min();
        }
    }

    private void CompileRelations()
    {
        relationOffset = new int[LocationCount + 1];
        var named = Rules.Relations.SelectMany((relation, number) => relation.Clients.Select(client => (Location: DepotCount + client, number))).Order().ToArray();
        relationsOf = [.. named.Select(pair => pair.number)];
        foreach (var (location, _) in named)
            relationOffset[location + 1]++;
        for (var location = 0; location < LocationCount; location++)
            relationOffset[location + 1] += relationOffset[location];
    }

    private int[] Filled(int value)
    {
        var array = new int[LocationCount];
        Array.Fill(array, value);
        return array;
    }
}
