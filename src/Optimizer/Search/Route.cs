using System.Runtime.CompilerServices;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>
/// One vehicle's day while it is searched: start depot, clients with reloads at the depot between trips, end depot, with the timing of every beginning and
/// every end of the sequence, so that a change is priced without walking it.
/// </summary>
/// <remarks>
/// Entries are locations; a location below the depot count is a depot visit. Arrays only grow. A changed route is refreshed by <see cref="Update"/>:
/// O(entries). Longer than most files because everything here reads the same private arrays in the innermost loop.
/// </remarks>
internal sealed class Route
{
    private readonly ProblemData data;
    private readonly CostEvaluator evaluator;
    private readonly VehicleType type;
    private readonly int typeIndex;
    private readonly long[] capacity;
    private int[] nodes = new int[8];
    private int[] windows = new int[8];
    private int[] tripOf = new int[8];
    private TimeWindowSegment[] heads = [];
    private TimeWindowSegment[] tails = [];
    private long[] loads;

    public Route(ProblemData data, CostEvaluator evaluator, int vehicle)
    {
        this.data = data;
        this.evaluator = evaluator;
        Vehicle = vehicle;
        typeIndex = data.TypeOfVehicle[vehicle];
        type = data.VehicleTypes[typeIndex];
        capacity = [type.Capacity.First, type.Capacity.Second, type.Capacity.Third];
        loads = new long[data.Dimensions];
        Clear();
    }

    public int Vehicle { get; }

    public int TypeIndex => typeIndex;

    /// <summary>Entries, with the start and end depot.</summary>
    public int Length { get; private set; }

    public int TripCount { get; private set; }

    public int ClientCount => Length - 1 - TripCount;

    public bool IsEmpty => Length == 2;

    public long Distance { get; private set; }

    public long Duration { get; private set; }

    /// <summary>Zero for an unused vehicle.</summary>
    public long Cost { get; private set; }

    /// <summary>Whether capacity, windows, shift and roads are kept; only <see cref="Update"/> after a removal can make it false.</summary>
    public bool IsFeasible { get; private set; }

    public ReadOnlySpan<int> Nodes => nodes.AsSpan(0, Length);

    public ReadOnlySpan<int> Windows => windows.AsSpan(0, Length);

    public bool IsDepot(int position) => nodes[position] < data.DepotCount;

    public void Clear()
    {
        nodes[0] = type.StartDepot;
        nodes[1] = type.EndDepot;
        Length = 2;
        Update();
    }

    public void CopyFrom(Route other)
    {
        EnsureCapacity(other.Length);
        Array.Copy(other.nodes, nodes, other.Length);
        Array.Copy(other.windows, windows, other.Length);
        Array.Copy(other.tripOf, tripOf, other.Length);
        if (data.IsTimed)
        {
            Array.Copy(other.heads, heads, other.Length);
            Array.Copy(other.tails, tails, other.Length);
        }

        if (loads.Length < other.loads.Length)
            loads = new long[other.loads.Length];
        Array.Copy(other.loads, loads, other.loads.Length);
        Length = other.Length;
        TripCount = other.TripCount;
        Distance = other.Distance;
        Duration = other.Duration;
        Cost = other.Cost;
        IsFeasible = other.IsFeasible;
    }

    /// <summary>Replaces the whole sequence; used by operators that move stretches of stops. Empty trips are dropped.</summary>
    public void SetEntries(ReadOnlySpan<int> middleNodes, ReadOnlySpan<int> middleWindows)
    {
        EnsureCapacity(middleNodes.Length + 2);
        var length = 1;
        for (var i = 0; i < middleNodes.Length; i++)
        {
            if (middleNodes[i] < data.DepotCount && nodes[length - 1] < data.DepotCount)
                continue;
            nodes[length] = middleNodes[i];
            windows[length++] = middleWindows[i];
        }

        if (length > 1 && nodes[length - 1] < data.DepotCount)
            length--;
        nodes[length] = type.EndDepot;
        Length = length + 1;
        Update();
    }

    /// <summary>Takes out every client that <paramref name="isRemoved"/> marks by location, with the trips that become empty.</summary>
    public void RemoveMarked(ReadOnlySpan<bool> isRemoved)
    {
        var length = 1;
        for (var i = 1; i < Length - 1; i++)
        {
            var node = nodes[i];
            if (node < data.DepotCount ? nodes[length - 1] < data.DepotCount : isRemoved[node])
                continue;
            nodes[length] = node;
            windows[length++] = windows[i];
        }

        if (length > 1 && nodes[length - 1] < data.DepotCount)
            length--;
        nodes[length] = type.EndDepot;
        Length = length + 1;
        Update();
    }

    public void Apply(int client, in Insertion insertion)
    {
        var added = insertion.Trip == TripChoice.NewTrip ? 2 : 1;
        EnsureCapacity(Length + added);
        var position = insertion.Position;
        // A new trip before the start depot is one right after it.
        if (added == 2 && position == 0)
            position = 1;
        Array.Copy(nodes, position, nodes, position + added, Length - position);
        Array.Copy(windows, position, windows, position + added, Length - position);
        if (added == 1 || insertion.Position == 0)
        {
            nodes[position] = client;
            windows[position] = insertion.Window;
            if (added == 2)
                nodes[position + 1] = type.StartDepot;
        }
        else
        {
            nodes[position] = type.StartDepot;
            nodes[position + 1] = client;
            windows[position + 1] = insertion.Window;
        }

        Length += added;
        Update();
    }

    /// <summary>Extra distance of going through <paramref name="client"/> between the entries around <paramref name="position"/>; <see cref="long.MaxValue"/> without a road.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long DetourDistance(int client, int position)
    {
        var n = data.LocationCount;
        var from = nodes[position - 1];
        var to = nodes[position];
        var distance = data.Distance;
        var there = distance[(from * n) + client];
        var on = distance[(client * n) + to];
        return there == ProblemData.NoRoad || on == ProblemData.NoRoad ? long.MaxValue : (long)there + on - distance[(from * n) + to];
    }

    /// <summary>Whether the trip that holds the place before <paramref name="position"/> has room for the client's load.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasRoom(int client, int position)
    {
        var dimensions = data.Dimensions;
        var trip = tripOf[position - 1] * dimensions;
        for (var d = 0; d < dimensions; d++)
        {
            if (loads[trip + d] + data.Demand[(client * dimensions) + d] > capacity[d])
                return false;
        }

        return true;
    }

    public bool Holds(int client)
    {
        for (var d = 0; d < data.Dimensions; d++)
        {
            if (data.Demand[(client * data.Dimensions) + d] > capacity[d])
                return false;
        }

        return true;
    }

    /// <summary>Prices joining the trip at a place. Room and roads are the caller's to have checked.</summary>
    /// <returns>The change in cost, or <see cref="long.MaxValue"/> when a window, the shift or a release forbids it.</returns>
    public long JoinDelta(int client, int position, int window, long detour)
    {
        var delta = evaluator.LengthCost(typeIndex, detour, 0) + (IsEmpty ? evaluator.FixedCost(typeIndex) : 0);
        if (!data.IsTimed)
            return delta;
        var n = data.LocationCount;
        var early = data.WindowEarly[window];
        var late = data.WindowLate[window];
        var service = data.Service[client];
        ref readonly var head = ref heads[position - 1];
        ref readonly var tail = ref tails[position];
        var there = data.Duration[(nodes[position - 1] * n) + client];
        var on = data.Duration[(client * n) + nodes[position]];
        if (there == ProblemData.NoRoad || on == ProblemData.NoRoad)
            return long.MaxValue;
        var ready = head.Early + head.Duration + there;
        if (ready > late || Math.Max(ready, early) + service + on > tail.Late)
            return long.MaxValue;
        if (data.HasReleases)
            return WalkedDelta(client, position, window, delta);
        if (!data.CostsDuration)
            return delta;
        var joined = TimeWindowSegment.Merge(head, there, new TimeWindowSegment(service, 0, early, late));
        joined = TimeWindowSegment.Merge(joined, on, tail);
        return joined.Duration > type.MaxDuration ? long.MaxValue : delta + evaluator.LengthCost(typeIndex, 0, joined.Duration - Duration);
    }

    /// <summary>Prices a new trip with this client alone: before the depot entry at <paramref name="position"/>, or first when that is 0.</summary>
    public long NewTripDelta(int client, int position, int window)
    {
        if (TripCount >= type.MaxTrips || IsEmpty || data.HasReleases)
            return long.MaxValue;
        var depot = type.StartDepot;
        var from = position == 0 ? nodes[0] : nodes[position - 1];
        var first = position == 0 ? client : depot;
        var second = position == 0 ? depot : client;
        var to = position == 0 ? nodes[1] : nodes[position];
        var a = data.DistanceBetween(from, first);
        var b = data.DistanceBetween(first, second);
        var c = data.DistanceBetween(second, to);
        if (a == ProblemData.NoRoad || b == ProblemData.NoRoad || c == ProblemData.NoRoad)
            return long.MaxValue;
        var delta = evaluator.LengthCost(typeIndex, (long)a + b + c - data.DistanceBetween(from, to), 0);
        if (!data.IsTimed)
            return delta;
        var stop = new TimeWindowSegment(data.Service[client], 0, data.WindowEarly[window], data.WindowLate[window]);
        var reload = ReloadSegment();
        var joined = heads[position == 0 ? 0 : position - 1];
        joined = TimeWindowSegment.Merge(joined, data.DurationBetween(from, first), position == 0 ? stop : reload);
        joined = TimeWindowSegment.Merge(joined, data.DurationBetween(first, second), position == 0 ? reload : stop);
        joined = TimeWindowSegment.Merge(joined, data.DurationBetween(second, to), tails[position == 0 ? 1 : position]);
        return joined.TimeWarp > 0 || joined.Duration > type.MaxDuration
            ? long.MaxValue
            : delta + evaluator.LengthCost(typeIndex, 0, joined.Duration - Duration);
    }

    /// <summary>Recomputes every cached figure from the entries.</summary>
    public void Update()
    {
        EnsureCapacity(Length);
        var dimensions = data.Dimensions;
        var trips = 1;
        for (var i = 1; i < Length - 1; i++)
            trips += nodes[i] < data.DepotCount ? 1 : 0;
        TripCount = trips;
        if (loads.Length < trips * dimensions)
            loads = new long[Math.Max(trips, type.MaxTrips) * dimensions];
        Array.Clear(loads);
        long distance = 0;
        var hasRoads = true;
        for (int i = 0, trip = 0; i < Length; i++)
        {
            var node = nodes[i];
            if (i > 0)
            {
                var leg = data.Distance[(nodes[i - 1] * data.LocationCount) + node];
                hasRoads &= leg != ProblemData.NoRoad || IsEmpty;
                distance += leg;
                if (node < data.DepotCount && i < Length - 1)
                    trip++;
            }

            tripOf[i] = trip;
            for (var d = 0; d < dimensions; d++)
                loads[(trip * dimensions) + d] += data.Demand[(node * dimensions) + d];
        }

        IsFeasible = hasRoads && trips <= type.MaxTrips;
        for (var i = 0; i < trips * dimensions; i++)
            IsFeasible &= loads[i] <= capacity[i % dimensions];
        Distance = IsEmpty ? 0 : distance;
        if (data.IsTimed && hasRoads)
            UpdateTimes();
        Cost = IsEmpty ? 0 : evaluator.RouteCost(typeIndex, Distance, Duration);
    }

    /// <summary>The public form of this route, with each client's window as its position among the client's own.</summary>
    public SolutionRoute ToSolutionRoute()
    {
        var trips = new List<List<int>> { new() };
        var chosen = new List<List<int>> { new() };
        for (var i = 1; i < Length - 1; i++)
        {
            if (nodes[i] < data.DepotCount)
            {
                trips.Add([]);
                chosen.Add([]);
                continue;
            }

            trips[^1].Add(nodes[i] - data.DepotCount);
            chosen[^1].Add(windows[i] - data.WindowOffset[nodes[i]]);
        }

        return new SolutionRoute(Vehicle, typeIndex, trips, chosen, Distance, Duration, Cost);
    }

    private void UpdateTimes()
    {
        var n = data.LocationCount;
        heads[0] = new TimeWindowSegment(0, 0, Math.Max(type.Start.Early, ReleaseOfTrip(0)), type.Start.Late);
        for (int i = 1; i < Length; i++)
            heads[i] = TimeWindowSegment.Merge(heads[i - 1], data.Duration[(nodes[i - 1] * n) + nodes[i]], EntrySegment(i));
        tails[Length - 1] = EntrySegment(Length - 1);
        for (var i = Length - 2; i >= 0; i--)
            tails[i] = TimeWindowSegment.Merge(i == 0 ? heads[0] : EntrySegment(i), data.Duration[(nodes[i] * n) + nodes[i + 1]], tails[i + 1]);
        var whole = heads[Length - 1];
        Duration = IsEmpty ? 0 : whole.Duration;
        if (!IsEmpty)
            IsFeasible &= whole.TimeWarp == 0 && whole.Duration <= type.MaxDuration;
    }

    private TimeWindowSegment EntrySegment(int position)
    {
        var node = nodes[position];
        if (position == Length - 1)
            return new TimeWindowSegment(0, 0, 0, type.LatestEnd);
        if (node < data.DepotCount)
        {
            var reload = ReloadSegment();
            var release = data.HasReleases ? ReleaseOfTrip(tripOf[position]) - type.ReloadDuration : 0;
            return release > reload.Early ? reload with { Early = release } : reload;
        }

        var window = windows[position];
        return new TimeWindowSegment(data.Service[node], 0, data.WindowEarly[window], data.WindowLate[window]);
    }

    private TimeWindowSegment ReloadSegment()
    {
        var hours = data.Depots[type.StartDepot].Reloading;
        return new TimeWindowSegment(type.ReloadDuration, 0, hours.Early, hours.Late);
    }

    private long ReleaseOfTrip(int trip)
    {
        if (!data.HasReleases)
            return 0;
        long release = 0;
        for (var i = 1; i < Length - 1; i++)
        {
            if (tripOf[i] == trip)
                release = Math.Max(release, data.Release[nodes[i]]);
        }

        return release;
    }

    /// <summary>A release may hold back the whole trip, which the heads do not know: join the sequence from its start.</summary>
    private long WalkedDelta(int client, int position, int window, long delta)
    {
        var n = data.LocationCount;
        var trip = tripOf[position - 1];
        var stop = new TimeWindowSegment(data.Service[client], 0, data.WindowEarly[window], data.WindowLate[window]);
        var joined = default(TimeWindowSegment);
        var last = 0;
        for (var i = 0; i < Length; i++)
        {
            if (i == position)
            {
                joined = TimeWindowSegment.Merge(joined, data.Duration[(last * n) + client], stop);
                last = client;
            }

            var entry = i == 0 ? heads[0] : EntrySegment(i);
            if (tripOf[i] == trip && IsDepot(i) && i < Length - 1)
            {
                var leave = data.Release[client] - (i == 0 ? 0 : type.ReloadDuration);
                if (leave > entry.Late)
                    return long.MaxValue;
                entry = entry with { Early = Math.Max(entry.Early, leave) };
            }

            joined = i == 0 ? entry : TimeWindowSegment.Merge(joined, data.Duration[(last * n) + nodes[i]], entry);
            last = nodes[i];
        }

        return joined.TimeWarp > 0 || joined.Duration > type.MaxDuration
            ? long.MaxValue
            : delta + evaluator.LengthCost(typeIndex, 0, joined.Duration - Duration);
    }

    private void EnsureCapacity(int length)
    {
        if (nodes.Length < length)
        {
            var size = Math.Max(length, nodes.Length * 2);
            Array.Resize(ref nodes, size);
            Array.Resize(ref windows, size);
            Array.Resize(ref tripOf, size);
        }

        if (data.IsTimed && heads.Length < nodes.Length)
        {
            Array.Resize(ref heads, nodes.Length);
            Array.Resize(ref tails, nodes.Length);
        }
    }
}
