using System.Runtime.CompilerServices;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.LocalSearch;

/// <summary>
/// The routes of a local search: chains of entries with, for every entry, what its route amounts to up to there and from there on, so that a change of a few
/// links is priced without walking. Routes may break capacity and time at the price of <see cref="Weights"/>.
/// </summary>
/// <remarks>
/// One array per property, by entry. A client's entry is its location. After the locations come the start and the end of each vehicle, then the visits of a depot
/// between two trips. A trip begins at a depot entry and ends at the next one. Complexity: O(1) a join, O(entries) a changed route.
/// Source: Vidal, Crainic, Gendreau and Prins (2013); Vidal, Hybrid genetic search for the CVRP (2022). Release times are not modelled.
/// </remarks>
internal sealed partial class LinkedRoutes
{
    /// <summary>The price of a change that does not exist or breaks what may not be broken. A few of these may be added up, and real costs to them.</summary>
    public const long Impossible = long.MaxValue / 16;

    private readonly int n;
    private readonly int dimensions;
    private readonly ArcLengths distances;
    private readonly ArcLengths durations;
    private readonly CostEvaluator evaluator;
    private readonly int[] freeReloads;
    private readonly int[] firstUnused;
    private readonly int[] seenPrevious;
    private readonly int[] seenNext;
    private readonly bool[] isRestricted;
    private readonly long worthRate;
    private readonly bool isLoadWorthKnown;
    private double worthOfLoad;
    private int freeReloadCount;

    /// <param name="notesLinks">Whether <see cref="Trials"/> is told which clients have new neighbours on their routes.</param>
    public LinkedRoutes(ProblemData data, CostEvaluator evaluator, bool notesLinks = false)
    {
        Data = data;
        this.evaluator = evaluator;
        n = data.LocationCount;
        dimensions = data.Dimensions;
        distances = data.Distances;
        durations = data.Durations;
        var reloads = data.VehicleTypes.Any(type => type.MaxTrips > 1) ? data.ClientCount : 0;
        FirstReload = n + (2 * data.VehicleCount);
        var entries = FirstReload + reloads;
        freeReloads = new int[reloads];
        for (var i = 0; i < reloads; i++)
            freeReloads[freeReloadCount++] = entries - 1 - i;
        Location = new int[entries];
        Next = new int[entries];
        Previous = new int[entries];
        VehicleOf = new int[entries];
        Position = new int[entries];
        Window = new int[entries];
        TripEnd = new int[entries];
        ToNext = new int[entries];
        DistanceTo = new long[entries];
        DistanceBackTo = new long[entries];
        TravelTo = new long[entries];
        TravelBackTo = new long[entries];
        ServiceTo = new long[entries];
        LoadTo = new long[entries * dimensions];
        TripLoad = new long[entries * dimensions];
        var timedEntries = data.IsTimed ? entries : 0;
        Single = new TimeWindowSegment[timedEntries];
        Head = new TimeWindowSegment[timedEntries];
        Tail = new TimeWindowSegment[timedEntries];
        TripRest = new TimeWindowSegment[timedEntries];
        Distance = new long[data.VehicleCount];
        Duration = new long[data.VehicleCount];
        LoadPenalty = new long[data.VehicleCount];
        TimeCost = new long[data.VehicleCount];
        Slack = new long[data.VehicleCount];
        LoadWorth = new float[n];
        TailWorth = new float[entries];
        HeadWorth = new float[entries];
        ExcessWorth = new float[data.VehicleCount];
        SlackWorth = new float[data.VehicleCount];
        worthRate = data.VehicleTypes.Select(type => type.CostPerDistance).Distinct().Take(2).ToArray() is [> 0 and var rate] ? rate : 0;
        isLoadWorthKnown = worthRate > 0 && dimensions == 1 && reloads == 0;
        ModifiedAt = new int[data.VehicleCount];
        NotesLinks = notesLinks;
        Trials = new TrialMemory(n);
        seenPrevious = new int[notesLinks ? n : 0];
        seenNext = new int[notesLinks ? n : 0];
        Capacity = new long[data.VehicleTypes.Count * dimensions];
        firstUnused = data.FirstVehicleOfType[..^1];
        isRestricted = [.. data.VehicleTypes.Select(type => type.AllowedClients is not null)];
        for (var type = 0; type < data.VehicleTypes.Count; type++)
        {
            for (var d = 0; d < dimensions; d++)
                Capacity[(type * dimensions) + d] = data.VehicleTypes[type].Capacity[d];
        }

        DistanceRate = [.. data.TypeOfVehicle.Select(type => data.VehicleTypes[type].CostPerDistance)];
        DurationRate = [.. data.TypeOfVehicle.Select(type => data.VehicleTypes[type].CostPerDuration)];
        CostsDuration = data.VehicleTypes.Any(type => type.CostPerDuration > 0);
        for (var location = 0; location < n; location++)
        {
            Location[location] = location;
            VehicleOf[location] = -1;
        }

        PriceLoads();
        for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
        {
            var type = data.VehicleTypes[data.TypeOfVehicle[vehicle]];
            Location[StartOf(vehicle)] = type.StartDepot;
            Location[EndOf(vehicle)] = type.EndDepot;
            VehicleOf[StartOf(vehicle)] = vehicle;
            VehicleOf[EndOf(vehicle)] = vehicle;
            Link(StartOf(vehicle), EndOf(vehicle));
            Update(vehicle);
        }
    }

    public ProblemData Data { get; }

    public PenaltyWeights Weights { get; private set; } = PenaltyWeights.Forbidding;

    /// <summary>Whether an hour of some vehicle has a price, so that travel times are part of the cost of an arc.</summary>
    public bool CostsDuration { get; }

    public int[] Location { get; }

    public int[] Next { get; }

    public int[] Previous { get; }

    /// <summary>The vehicle of each entry; -1 for a client that no route serves.</summary>
    public int[] VehicleOf { get; }

    public int[] Position { get; }

    /// <summary>Index into the problem's window arrays.</summary>
    public int[] Window { get; }

    /// <summary>The depot entry that ends the trip of each entry; for a depot entry the end of the trip that it begins.</summary>
    public int[] TripEnd { get; }

    /// <summary>Whole cost of a vehicle's day but for distance and fixed cost: paid time, and the penalties for time.</summary>
    public long[] TimeCost { get; }

    public long[] LoadPenalty { get; }

    /// <summary>The most that a change can save beside the cost of arcs: penalties and paid waiting.</summary>
    public long[] Slack { get; }

    /// <summary>For bounds, as lengths that cost as much: the load of each client, of what follows each entry in its trip and of what leads up to it, of what each vehicle has beyond its room (below
    /// zero: has room for). Zero where vehicles have several trips, loads several dimensions or vehicles different prices.</summary>
    public float[] LoadWorth { get; }

    public float[] TailWorth { get; }

    public float[] HeadWorth { get; }

    public float[] ExcessWorth { get; }

    /// <summary>The rest of <see cref="Slack"/> as a length, and what rounding may hide.</summary>
    public float[] SlackWorth { get; }

    /// <summary>At which <see cref="Clock"/> a vehicle's route last changed.</summary>
    public int[] ModifiedAt { get; }

    public bool NotesLinks { get; }

    /// <summary>When the links around each client last changed, where that is noted, and when it was last tried.</summary>
    public TrialMemory Trials { get; }

    public long[] DurationRate { get; }

    public long[] DistanceRate { get; }

    /// <summary>Distance from each entry to the next.</summary>
    public int[] ToNext { get; }

    /// <summary>Distance from the route's start to each entry.</summary>
    public long[] DistanceTo { get; }

    /// <summary>The same in the opposite direction of travel.</summary>
    public long[] DistanceBackTo { get; }

    public long[] TravelTo { get; }

    public long[] TravelBackTo { get; }

    public long[] ServiceTo { get; }

    /// <summary>Load of the trip up to and with each entry, by dimension.</summary>
    public long[] LoadTo { get; }

    /// <summary>Load of the whole trip that ends at a depot entry, by dimension.</summary>
    public long[] TripLoad { get; }

    /// <summary>Timing of each entry alone, of its route up to it, and from it on.</summary>
    public TimeWindowSegment[] Single { get; }

    public TimeWindowSegment[] Head { get; }

    public TimeWindowSegment[] Tail { get; }

    /// <summary>Timing from a client to the last client of its trip.</summary>
    public TimeWindowSegment[] TripRest { get; }

    private long[] Distance { get; }

    private long[] Duration { get; }

    private long[] Capacity { get; }

    private int FirstReload { get; }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPossible(long delta) => delta < Impossible / 2;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsDepot(int entry) => entry >= n;

    public int StartOf(int vehicle) => n + (2 * vehicle);

    public int EndOf(int vehicle) => n + (2 * vehicle) + 1;

    public bool IsStart(int entry) => entry >= n && entry < FirstReload && ((entry - n) & 1) == 0;

    public bool IsEnd(int entry) => entry >= n && entry < FirstReload && ((entry - n) & 1) == 1;

    public bool IsUnused(int vehicle) => Next[StartOf(vehicle)] == EndOf(vehicle);

    public long FixedCost(int vehicle) => evaluator.FixedCost(Data.TypeOfVehicle[vehicle]);

    /// <summary>The first unused vehicle of a type, or -1.</summary>
    public int UnusedVehicle(int type) => firstUnused[type] < Data.FirstVehicleOfType[type + 1] ? firstUnused[type] : -1;

    /// <summary>The part of <see cref="Slack"/> that is time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long TimeSlack(int vehicle) => Slack[vehicle] - LoadPenalty[vehicle];

    /// <summary>Counts changed routes, and begins again from the least number when it has passed the largest.</summary>
    public int Clock { get; private set; }

    /// <summary>Whether a vehicle's route changed after the clock showed <paramref name="since"/>, less than two thousand million changes ago.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsModified(int vehicle, int since) => unchecked(ModifiedAt[vehicle] - since) > 0;

    /// <summary>Whether the links of a served client changed after the clock showed <paramref name="since"/>; where links are not noted, whether anything of its route did.</summary>
    public bool IsChanged(int client, int since) => NotesLinks ? Trials.IsLinked(client, since) : IsModified(VehicleOf[client], since);

    /// <summary>Cost of the vehicle's route with penalties; zero when unused.</summary>
    public long CostOf(int vehicle) =>
        IsUnused(vehicle) ? 0 : FixedCost(vehicle) + (DistanceRate[vehicle] * Distance[vehicle]) + LoadPenalty[vehicle] + TimeCost[vehicle];

    /// <summary>Cost of the vehicle's route without penalties.</summary>
    public long ObjectiveOf(int vehicle) =>
        IsUnused(vehicle) ? 0 : FixedCost(vehicle) + (DistanceRate[vehicle] * Distance[vehicle]) + (DurationRate[vehicle] * Duration[vehicle]);

    /// <summary>Units of load beyond the capacity of the vehicle's trips, over all dimensions.</summary>
    public long LoadExcessOf(int vehicle)
    {
        long excess = 0;
        var end = EndOf(vehicle);
        var room = Data.TypeOfVehicle[vehicle] * dimensions;
        for (var entry = StartOf(vehicle); entry != end;)
        {
            entry = TripEnd[entry];
            for (var d = 0; d < dimensions; d++)
                excess += Math.Max(0, TripLoad[(entry * dimensions) + d] - Capacity[room + d]);
        }

        return excess;
    }

    /// <summary>Time warp of the vehicle's day and what it is too long by.</summary>
    public long TimeExcessOf(int vehicle)
    {
        if (!Data.IsTimed || IsUnused(vehicle))
            return 0;
        var day = Head[EndOf(vehicle)];
        return day.TimeWarp + Math.Max(0, day.Duration - Data.VehicleTypes[Data.TypeOfVehicle[vehicle]].MaxDuration);
    }

    /// <summary>Sets the price of broken rules and prices every route again.</summary>
    public void SetWeights(PenaltyWeights weights)
    {
        Weights = weights;
        PriceLoads();
        for (var vehicle = 0; vehicle < Data.VehicleCount; vehicle++)
        {
            if (!IsUnused(vehicle))
                Price(vehicle);
        }
    }

    /// <summary>Fills a vehicle's route, which <see cref="Clear"/> has emptied. Every route that gives clients away is cleared before the first is loaded.</summary>
    /// <param name="nodes">Locations with the start and end depot, a depot between two trips.</param>
    public void Load(int vehicle, ReadOnlySpan<int> nodes, ReadOnlySpan<int> windows)
    {
        var last = StartOf(vehicle);
        for (var i = 1; i < nodes.Length - 1; i++)
        {
            var entry = nodes[i] < Data.DepotCount ? freeReloads[--freeReloadCount] : nodes[i];
            Location[entry] = nodes[i];
            Window[entry] = windows[i];
            VehicleOf[entry] = vehicle;
            Link(last, entry);
            last = entry;
        }

        Link(last, EndOf(vehicle));
        Update(vehicle);
    }

    /// <summary>Takes every client out of a vehicle's route; <see cref="Load"/> or <see cref="Update"/> must follow.</summary>
    public void Clear(int vehicle)
    {
        for (var entry = Next[StartOf(vehicle)]; !IsEnd(entry); entry = Next[entry])
        {
            VehicleOf[entry] = -1;
            if (IsDepot(entry))
                freeReloads[freeReloadCount++] = entry;
        }

        Link(StartOf(vehicle), EndOf(vehicle));
    }

    /// <summary>Writes the entries between start and end, as locations and windows, and returns how many.</summary>
    public int Write(int vehicle, Span<int> nodes, Span<int> windows)
    {
        var count = 0;
        for (var entry = Next[StartOf(vehicle)]; !IsEnd(entry); entry = Next[entry])
        {
            nodes[count] = Location[entry];
            windows[count++] = Window[entry];
        }

        return count;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Link(int first, int second)
    {
        Next[first] = second;
        Previous[second] = first;
    }
}
