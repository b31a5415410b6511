using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>
/// One vehicle's day while it is searched: start depot, clients with reloads at the depot between trips, end depot, with the timing of every beginning and
/// every end of the sequence, so that a change is priced without walking it.
/// </summary>
/// <remarks>
/// Entries are locations; a location below the depot count is a depot visit. Arrays only grow. A changed route is refreshed by <see cref="Update"/>:
/// O(entries). What an insertion would cost is in the other part of this class, which reads the same private arrays in the innermost loop.
/// </remarks>
internal sealed partial class Route
{
    private readonly ProblemData data;
    private readonly CostEvaluator evaluator;
    private readonly RouteWalk? walk;
    private readonly ArcLengths distances;
    private readonly ArcLengths durations;
    private readonly VehicleType type;
    private readonly int typeIndex;
    private readonly long[] capacity;
    private int[] nodes = new int[8];
    private int[] windows = new int[8];
    private int[] tripOf = new int[8];
    private TimeWindowSegment[] heads = [];
    private TimeWindowSegment[] tails = [];
    private long[] loads;
    private long[] onBoard = [];
    private long[] peakTo = [];
    private long[] peakFrom = [];

    /// <param name="walk">Prices routes of a rich problem; null where joined figures do.</param>
    public Route(ProblemData data, CostEvaluator evaluator, int vehicle, RouteWalk? walk = null)
    {
        this.data = data;
        this.evaluator = evaluator;
        this.walk = walk;
        Vehicle = vehicle;
        typeIndex = data.TypeOfVehicle[vehicle];
        distances = data.DistancesOf(typeIndex);
        durations = data.DurationsOf(typeIndex);
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

    /// <summary>Whether the first entry comes before the second and no depot between them.</summary>
    public bool IsOneTrip(int first, int second) => first < second && tripOf[first] == tripOf[second];

    /// <summary>Empties the day, but for the stops that the vehicle has been sent to already.</summary>
    public void Clear()
    {
        var empty = data.EmptyDayOf(typeIndex);
        EnsureCapacity(empty.Length);
        for (var i = 0; i < empty.Length; i++)
        {
            nodes[i] = empty[i];
            windows[i] = empty[i] < data.DepotCount ? 0 : data.WindowOffset[empty[i]];
        }

        Length = empty.Length;
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

        if (data.HasLoadProfile)
        {
            var figures = other.Length * data.Dimensions;
            Array.Copy(other.onBoard, onBoard, figures);
            Array.Copy(other.peakTo, peakTo, figures);
            Array.Copy(other.peakFrom, peakFrom, figures);
        }

        if (data.ShipmentArcs is not null)
            CopyLegs(other);
        if (walk is not null)
            CopyWalkFrom(other);
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
                var leg = distances.Between(nodes[i - 1], node);
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
        if (data.HasLoadProfile)
            UpdateProfile();
        Distance = IsEmpty ? 0 : distance;
        if (data.IsTimed && hasRoads)
            UpdateTimes();
        if (data.ShipmentArcs is not null)
            UpdateLegs();
        Cost = IsEmpty ? 0 : evaluator.RouteCost(typeIndex, Distance, Duration);
        (work, dayCost) = (0, 0);
        if (walk is not null && !IsEmpty)
            UpdateByWalk(walk);
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

    /// <summary>The load on board after each entry, its greatest on the trip up to there and from there on.</summary>
    private void UpdateProfile()
    {
        var dimensions = data.Dimensions;
        for (var d = 0; d < dimensions; d++)
        {
            for (var i = 0; i < Length - 1; i++)
            {
                var at = (i * dimensions) + d;
                var isStart = nodes[i] < data.DepotCount;
                onBoard[at] = isStart ? loads[(tripOf[i] * dimensions) + d] : onBoard[at - dimensions] + data.NetLoad[(nodes[i] * dimensions) + d];
                peakTo[at] = isStart ? onBoard[at] : Math.Max(peakTo[at - dimensions], onBoard[at]);
                IsFeasible &= onBoard[at] <= capacity[d];
            }

            for (var i = Length - 2; i >= 0; i--)
            {
                var at = (i * dimensions) + d;
                peakFrom[at] = nodes[i + 1] < data.DepotCount ? onBoard[at] : Math.Max(onBoard[at], peakFrom[at + dimensions]);
            }
        }
    }

    private void UpdateTimes()
    {
        heads[0] = StartSegment(ReleaseOfTrip(0));
        for (int i = 1; i < Length; i++)
            heads[i] = TimeWindowSegment.Merge(heads[i - 1], durations.Between(nodes[i - 1], nodes[i]), EntrySegment(i));
        tails[Length - 1] = EntrySegment(Length - 1);
        for (var i = Length - 2; i >= 0; i--)
            tails[i] = TimeWindowSegment.Merge(i == 0 ? heads[0] : EntrySegment(i), durations.Between(nodes[i], nodes[i + 1]), tails[i + 1]);
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
            return ReloadSegment(ReleaseOfTrip(tripOf[position]));

        var window = windows[position];
        return new TimeWindowSegment(data.Service[node], 0, data.WindowEarly[window], data.WindowLate[window]);
    }

    private TimeWindowSegment StartSegment(long release) => new(0, 0, Math.Max(type.Start.Early, release), type.Start.Late);

    /// <param name="release">When what the next trip carries has come to the depot.</param>
    private TimeWindowSegment ReloadSegment(long release)
    {
        var hours = data.Depots[type.StartDepot].Reloading;
        return new TimeWindowSegment(type.ReloadDuration, 0, Math.Max(hours.Early, release - type.ReloadDuration), hours.Late);
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

    private void EnsureCapacity(int length)
    {
        if (nodes.Length < length)
        {
            var size = Math.Max(length, nodes.Length * 2);
            Array.Resize(ref nodes, size);
            Array.Resize(ref windows, size);
            Array.Resize(ref tripOf, size);
        }

        if (data.HasLoadProfile && onBoard.Length < nodes.Length * data.Dimensions)
        {
            Array.Resize(ref onBoard, nodes.Length * data.Dimensions);
            Array.Resize(ref peakTo, nodes.Length * data.Dimensions);
            Array.Resize(ref peakFrom, nodes.Length * data.Dimensions);
        }

        if (data.IsTimed && heads.Length < nodes.Length)
        {
            Array.Resize(ref heads, nodes.Length);
            Array.Resize(ref tails, nodes.Length);
        }
    }
}
