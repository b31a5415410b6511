using System.Runtime.CompilerServices;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Localised;

/// <summary>
/// The routes of a localised search: one ring of entries a vehicle, changed link by link, with a log of what entries were before the first change, so that an
/// iteration is taken back, or kept as the best, at the cost of what it touched and not of the size of the problem.
/// </summary>
/// <remarks>
/// One array per property, by entry. A client's entry is its location; after the locations comes one entry for each vehicle, the depot that both begins and ends its
/// ring. With windows every entry knows the earliest departure that its predecessors allow and the latest arrival that its successors allow, so a place for a client is
/// judged in constant time. Complexity: O(1) a link without windows, O(entries of the route) at worst with them. Source: the undo log after Accorsi and Vigo, FILO2
/// (2024); the two times after Savelsbergh, Local search in routing problems with time windows (1985).
/// </remarks>
internal sealed partial class ChainedRoutes
{
    private readonly int locationCount;
    private readonly int dimensions;
    private readonly long[] capacity;
    private readonly long rate;
    private readonly long fixedCost;
    private readonly ArcLengths distances;
    private readonly ArcLengths durations;
    private readonly int[] lengthHome;
    private readonly long[] costAlone;
    private readonly int[] loggedAt;
    private readonly int[] loggedVehicleAt;
    private readonly ChainLink[] links;
    private readonly Logged[] entryLog;
    private readonly int[] vehicleLog;
    private readonly long[] loadLog;
    private readonly int[] sizeLog;
    private readonly int[] unused;
    private readonly int[] unusedIndex;
    private int unusedCount;
    private int entriesLogged;
    private int vehiclesLogged;
    private int clock = 1;
    private long loggedCost;

    public ChainedRoutes(ProblemData data)
    {
        Data = data;
        locationCount = data.LocationCount;
        dimensions = data.Dimensions;
        IsTimed = data.IsTimed;
        distances = data.Distances;
        durations = data.Durations;
        var type = data.VehicleTypes[0];
        capacity = [type.Capacity.First, type.Capacity.Second, type.Capacity.Third];
        rate = type.CostPerDistance;
        fixedCost = type.FixedCost;
        lengthHome = new int[locationCount];
        costAlone = new long[locationCount];
        for (var client = data.DepotCount; client < locationCount; client++)
        {
            lengthHome[client] = distances.Between(client, type.StartDepot);
            costAlone[client] = fixedCost + (rate * ((long)distances.Between(type.StartDepot, client) + lengthHome[client]));
        }

        var entries = locationCount + data.VehicleCount;
        links = new ChainLink[entries];
        Location = new int[entries];
        Departure = new long[IsTimed ? entries : 0];
        LatestArrival = new long[IsTimed ? entries : 0];
        Load = new long[data.VehicleCount * dimensions];
        Room = new int[data.VehicleCount];
        Array.Fill(Room, (int)Math.Min(capacity[0], int.MaxValue));
        Size = new int[data.VehicleCount];
        loggedAt = new int[entries];
        loggedVehicleAt = new int[data.VehicleCount];
        entryLog = new Logged[entries];
        vehicleLog = new int[data.VehicleCount];
        loadLog = new long[data.VehicleCount * dimensions];
        sizeLog = new int[data.VehicleCount];
        unused = new int[data.VehicleCount];
        unusedIndex = new int[data.VehicleCount];
        for (var location = 0; location < locationCount; location++)
        {
            Location[location] = location;
            Absent(ref links[location]);
        }

        for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
        {
            var depot = DepotOf(vehicle);
            Location[depot] = type.StartDepot;
            links[depot] = new ChainLink { Next = depot, Previous = depot, Vehicle = vehicle };
            if (IsTimed)
            {
                Departure[depot] = type.Start.Early;
                LatestArrival[depot] = type.LatestEnd;
            }
        }

        for (var vehicle = data.VehicleCount - 1; vehicle >= 0; vehicle--)
        {
            unusedIndex[vehicle] = unusedCount;
            unused[unusedCount++] = vehicle;
        }
    }

    public ProblemData Data { get; }

    public bool IsTimed { get; }

    public int[] Location { get; }

    /// <summary>When an entry is left at the earliest; of a depot entry, when its vehicle may start.</summary>
    public long[] Departure { get; }

    /// <summary>When an entry may be reached at the latest; of a depot entry, the end of its vehicle's day.</summary>
    public long[] LatestArrival { get; }

    /// <summary>What each vehicle carries, by dimension.</summary>
    public long[] Load { get; }

    /// <summary>How many clients each vehicle serves.</summary>
    public int[] Size { get; }

    /// <summary>Of the routes alone, without what is paid for clients left out.</summary>
    public long Cost { get; private set; }

    public int UsedCount => Data.VehicleCount - unusedCount;

    /// <summary>The entries changed since <see cref="Begin"/>.</summary>
    public int ChangedCount => entriesLogged;

    /// <summary>A vehicle that serves nobody, or -1.</summary>
    public int UnusedVehicle => unusedCount > 0 ? unused[unusedCount - 1] : -1;

    public int DepotOf(int vehicle) => locationCount + vehicle;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsDepot(int entry) => entry >= locationCount;

    public ref readonly ChainLink this[int entry] => ref links[entry];

    /// <summary>All links, for reads of several together.</summary>
    public ReadOnlySpan<ChainLink> Links => links;

    /// <summary>What each vehicle can carry besides, in the first dimension.</summary>
    public int[] Room { get; }

    public int EntryCount => links.Length;

    public int VehicleOf(int client) => links[client].Vehicle;

    public int Next(int entry) => links[entry].Next;

    public int Previous(int entry) => links[entry].Previous;

    public int Changed(int index) => entryLog[index].Number;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasRoom(int vehicle, int client)
    {
        if (dimensions == 1)
            return Load[vehicle] + Data.Demand[client] <= capacity[0];
        for (var d = 0; d < dimensions; d++)
        {
            if (Load[(vehicle * dimensions) + d] + Data.Demand[(client * dimensions) + d] > capacity[d])
                return false;
        }

        return true;
    }

    /// <summary>What serving the client alone costs in distance and for the vehicle.</summary>
    public long CostAlone(int client) => costAlone[client];

    /// <summary>Distance from a client to the depot.</summary>
    public int LengthHome(int client) => lengthHome[client];

    /// <summary>Price of distance.</summary>
    public long Rate => rate;

    /// <summary>Everything from here on can be taken back by <see cref="Undo"/>.</summary>
    public void Begin()
    {
        clock++;
        entriesLogged = 0;
        vehiclesLogged = 0;
        loggedCost = Cost;
    }

    /// <summary>Takes back every change since <see cref="Begin"/>.</summary>
    public void Undo()
    {
        for (var i = 0; i < entriesLogged; i++)
        {
            ref readonly var old = ref entryLog[i];
            links[old.Number] = old.Link;
            if (!IsTimed)
                continue;
            Departure[old.Number] = old.Departure;
            LatestArrival[old.Number] = old.LatestArrival;
        }

        for (var i = 0; i < vehiclesLogged; i++)
        {
            var vehicle = vehicleLog[i];
            for (var d = 0; d < dimensions; d++)
                Load[(vehicle * dimensions) + d] = loadLog[(i * dimensions) + d];
            SetRoom(vehicle);
            SetSize(vehicle, sizeLog[i]);
        }

        Cost = loggedCost;
        Begin();
    }

    /// <summary>Takes a client out of its route. With windows the route must be timed again by <see cref="Retime"/> when all are out.</summary>
    public void Remove(int client)
    {
        var vehicle = links[client].Vehicle;
        var (before, after) = (links[client].Previous, links[client].Next);
        Log(before);
        Log(client);
        Log(after);
        Cost -= rate * ((long)links[client].FromPrevious + links[client].ToNext);
        Absent(ref links[client]);
        Resize(vehicle, client, -1);
        Link(before, after);
        if (before == after && IsDepot(before))
            Cost -= fixedCost;
        else
            Cost += rate * links[before].ToNext;
    }

    /// <summary>Puts an absent client after an entry.</summary>
    public void Insert(int client, int after)
    {
        var vehicle = links[after].Vehicle;
        var next = links[after].Next;
        Log(after);
        Log(client);
        Log(next);
        Cost += next == after ? fixedCost : -(rate * links[after].ToNext);
        links[client].Vehicle = vehicle;
        Resize(vehicle, client, 1);
        Link(after, client);
        Link(client, next);
        Cost += rate * ((long)links[client].FromPrevious + links[client].ToNext);
        if (!IsTimed)
            return;
        RetimeForwards(client);
        RetimeBackwards(client);
    }

    /// <summary>Links two entries, whose old state is logged, and notes how far it is.</summary>
    private void Link(int first, int second)
    {
        var length = distances.Between(Location[first], Location[second]);
        ref var from = ref links[first];
        from.Next = second;
        from.ToNext = length;
        ref var to = ref links[second];
        to.Previous = first;
        to.FromPrevious = length;
        from.Reach = Math.Max(length, from.FromPrevious);
        to.Reach = Math.Max(length, to.ToNext);
    }

    private static void Absent(ref ChainLink link)
    {
        link.Vehicle = -1;
        link.Reach = ChainLink.Unreached;
    }

    private void Resize(int vehicle, int client, int sign)
    {
        LogVehicle(vehicle);
        for (var d = 0; d < dimensions; d++)
            Load[(vehicle * dimensions) + d] += sign * Data.Demand[(client * dimensions) + d];
        SetRoom(vehicle);
        SetSize(vehicle, Size[vehicle] + sign);
    }

    private void SetRoom(int vehicle) => Room[vehicle] = (int)Math.Min(capacity[0] - Load[vehicle * dimensions], int.MaxValue);

    private void SetSize(int vehicle, int size)
    {
        if (Size[vehicle] == 0 && size > 0)
        {
            var last = unused[--unusedCount];
            unused[unusedIndex[vehicle]] = last;
            unusedIndex[last] = unusedIndex[vehicle];
        }
        else if (Size[vehicle] > 0 && size == 0)
        {
            unusedIndex[vehicle] = unusedCount;
            unused[unusedCount++] = vehicle;
        }

        Size[vehicle] = size;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Log(int entry)
    {
        if (loggedAt[entry] == clock)
            return;
        loggedAt[entry] = clock;
        ref var log = ref entryLog[entriesLogged++];
        log.Number = entry;
        log.Link = links[entry];
        if (!IsTimed)
            return;
        log.Departure = Departure[entry];
        log.LatestArrival = LatestArrival[entry];
    }

    private void LogVehicle(int vehicle)
    {
        if (loggedVehicleAt[vehicle] == clock)
            return;
        loggedVehicleAt[vehicle] = clock;
        vehicleLog[vehiclesLogged] = vehicle;
        sizeLog[vehiclesLogged] = Size[vehicle];
        for (var d = 0; d < dimensions; d++)
            loadLog[(vehiclesLogged * dimensions) + d] = Load[(vehicle * dimensions) + d];
        vehiclesLogged++;
    }

    /// <summary>An entry as it was.</summary>
    private struct Logged
    {
        public int Number;
        public ChainLink Link;
        public long Departure;
        public long LatestArrival;
    }
}
