namespace Territory.Optimizer.Routing;

/// <summary>A routing problem in the form the search reads: whole numbers, one array per property, checked once.</summary>
/// <remarks>
/// Locations are numbered depots first, then clients: client c is location <c>DepotCount + c</c>. Matrices are row-major from source to target over
/// locations. <see cref="NoRoad"/> marks a pair that may not be driven.
/// </remarks>
public sealed class ProblemData
{
    /// <summary>The matrix value of a pair without a road.</summary>
    public const int NoRoad = int.MaxValue;

    private const int LargestEntry = 1 << 29;

    public ProblemData(
        IReadOnlyList<Depot> depots,
        IReadOnlyList<Client> clients,
        IReadOnlyList<VehicleType> vehicleTypes,
        int[] distances,
        int[] durations,
        IReadOnlyList<Shipment>? shipments = null)
        : this(
            depots,
            clients,
            vehicleTypes,
            ArcLengths.OfMatrix(distances, depots.Count + clients.Count),
            ArcLengths.OfMatrix(durations, depots.Count + clients.Count),
            shipments)
    {
    }

    public ProblemData(
        IReadOnlyList<Depot> depots,
        IReadOnlyList<Client> clients,
        IReadOnlyList<VehicleType> vehicleTypes,
        ArcLengths distances,
        ArcLengths durations,
        IReadOnlyList<Shipment>? shipments = null)
    {
        Depots = depots;
        Clients = clients;
        Shipments = shipments ?? [];
        VehicleTypes = vehicleTypes;
        Distances = distances;
        Durations = durations;
        DepotCount = depots.Count;
        ClientCount = clients.Count;
        LocationCount = depots.Count + clients.Count;
        Validate();

        Dimensions = CountDimensions();
        Demand = new long[LocationCount * Dimensions];
        Service = new long[LocationCount];
        Release = new long[LocationCount];
        LeaveOutCost = new long[LocationCount];
        WindowOffset = new int[LocationCount + 1];
        var early = new List<long>();
        var late = new List<long>();
        for (var location = 0; location < LocationCount; location++)
        {
            WindowOffset[location] = early.Count;
            if (location < DepotCount)
                continue;
            var client = clients[location - DepotCount];
            for (var d = 0; d < Dimensions; d++)
                Demand[(location * Dimensions) + d] = client.Demand[d];
            Service[location] = client.ServiceDuration;
            Release[location] = client.Release;
            foreach (var window in client.Windows)
            {
                early.Add(window.Early);
                late.Add(window.Late);
            }
        }

        HasShipments = Shipments.Count > 0;
        HasLoadProfile = HasShipments || clients.Any(client => !client.Pickup.IsZero);
        NetLoad = HasLoadProfile ? new long[LocationCount * Dimensions] : [];
        PartnerOf = new int[LocationCount];
        IsDeliveryEnd = new bool[LocationCount];
        CompileLoads();
        WindowOffset[LocationCount] = early.Count;
        WindowEarly = [.. early];
        WindowLate = [.. late];
        HasReleases = clients.Any(client => client.Release > 0);
        CostsDuration = vehicleTypes.Any(type => type.CostPerDuration > 0 || type.MaxDuration < Interval.Unbounded);
        IsTimed = CostsDuration || HasReleases
            || clients.Any(client => client.Windows.Count != 1 || client.Windows[0].Early > 0 || client.Windows[0].Late < Interval.Unbounded)
            || vehicleTypes.Any(type => type.LatestEnd < Interval.Unbounded || type.Start.Late < Interval.Unbounded);
        RequiredPrize = CostBound();
        for (var c = 0; c < ClientCount; c++)
            LeaveOutCost[DepotCount + c] = clients[c].IsRequired ? checked(RequiredPrize + clients[c].Prize) : clients[c].Prize;

        VehicleCount = vehicleTypes.Sum(type => type.Count);
        TypeOfVehicle = new int[VehicleCount];
        FirstVehicleOfType = new int[vehicleTypes.Count + 1];
        for (int type = 0, vehicle = 0; type < vehicleTypes.Count; type++)
        {
            FirstVehicleOfType[type] = vehicle;
            for (var i = 0; i < vehicleTypes[type].Count; i++)
                TypeOfVehicle[vehicle++] = type;
            FirstVehicleOfType[type + 1] = vehicle;
        }
    }

    public IReadOnlyList<Depot> Depots { get; }

    public IReadOnlyList<Client> Clients { get; }

    public IReadOnlyList<VehicleType> VehicleTypes { get; }

    public IReadOnlyList<Shipment> Shipments { get; }

    public int DepotCount { get; }

    public int ClientCount { get; }

    public int LocationCount { get; }

    public int VehicleCount { get; }

    /// <summary>What leaving out one required client costs at least: more than any set of routes can cost, so that serving more always wins.</summary>
    public long RequiredPrize { get; }

    public ArcLengths Distances { get; }

    public ArcLengths Durations { get; }

    /// <summary>The matrix of <see cref="Distances"/>; empty where they are a function of coordinates.</summary>
    internal int[] Distance => Distances.Matrix;

    /// <summary>The matrix of <see cref="Durations"/>; empty where they are a function of coordinates.</summary>
    internal int[] Duration => Durations.Matrix;

    internal int Dimensions { get; }

    /// <summary>Load dimension d of location l at <c>l * Dimensions + d</c>.</summary>
    internal long[] Demand { get; }

    /// <summary>What each stop adds to the load on board, indexed as <see cref="Demand"/>; empty where there are only deliveries from the depot.</summary>
    internal long[] NetLoad { get; }

    /// <summary>The location of the other stop of a location's shipment, or -1.</summary>
    internal int[] PartnerOf { get; }

    /// <summary>Whether a shipment ends at the location.</summary>
    internal bool[] IsDeliveryEnd { get; }

    internal bool HasShipments { get; }

    /// <summary>Whether the load on board is not highest at the start of every trip, so that it must be followed along the route.</summary>
    internal bool HasLoadProfile { get; }

    internal long[] Service { get; }

    internal long[] Release { get; }

    /// <summary>Cost of not serving the client at this location.</summary>
    internal long[] LeaveOutCost { get; }

    /// <summary>The windows of location l are <c>WindowOffset[l]</c> up to, not including, <c>WindowOffset[l + 1]</c>.</summary>
    internal int[] WindowOffset { get; }

    internal long[] WindowEarly { get; }

    internal long[] WindowLate { get; }

    internal int[] TypeOfVehicle { get; }

    internal int[] FirstVehicleOfType { get; }

    /// <summary>Whether any window, shift or duration matters; the search keeps no times otherwise.</summary>
    internal bool IsTimed { get; }

    internal bool CostsDuration { get; }

    internal bool HasReleases { get; }

    public int DistanceBetween(int from, int to) => Distances.Between(from, to);

    public int DurationBetween(int from, int to) => Durations.Between(from, to);

    internal bool MayServe(int type, int location) =>
        VehicleTypes[type].AllowedClients is not { } allowed || allowed[location - DepotCount];

    private void Validate()
    {
        Require(DepotCount > 0, "A problem needs at least one depot.");
        Require(Distances.LocationCount == LocationCount && Durations.LocationCount == LocationCount, $"{LocationCount} locations need lengths of as many.");
        Require(Distances is { HasNegative: false, Longest: <= LargestEntry }, $"A distance must be 0 to {LargestEntry}, or NoRoad.");
        Require(Durations is { HasNegative: false, Longest: <= LargestEntry }, $"A duration must be 0 to {LargestEntry}, or NoRoad.");
        foreach (var client in Clients)
        {
            Require(client.Demand.IsNotNegative && client.Pickup.IsNotNegative, "A demand or pickup must not be negative.");
            Require(client.ServiceDuration >= 0 && client.Release >= 0 && client.Prize >= 0, "Service, release and prize must not be negative.");
            Require(client.Windows.Count > 0 && client.Windows.All(window => window is { Early: >= 0, Late: <= Interval.Unbounded }), "A client needs windows from 0 on.");
        }

        var isShipped = new bool[ClientCount];
        foreach (var shipment in Shipments)
        {
            Require((uint)shipment.Pickup < (uint)ClientCount && (uint)shipment.Delivery < (uint)ClientCount, "A shipment names a client that does not exist.");
            Require(shipment.Pickup != shipment.Delivery && !isShipped[shipment.Pickup] && !isShipped[shipment.Delivery], "A client belongs to one shipment at most, as one of its two stops.");
            Require(Clients[shipment.Pickup].IsRequired == Clients[shipment.Delivery].IsRequired, "Both stops of a shipment are required, or neither is.");
            Require(shipment.Amount.IsNotNegative, "A shipment must not be negative.");
            Require(
                Clients[shipment.Pickup] is { Demand.IsZero: true, Pickup.IsZero: true } && Clients[shipment.Delivery] is { Demand.IsZero: true, Pickup.IsZero: true },
                "The stops of a shipment have no demand or pickup of their own.");
            isShipped[shipment.Pickup] = isShipped[shipment.Delivery] = true;
        }

        foreach (var type in VehicleTypes)
        {
            Require(type.Count >= 0 && type.MaxTrips >= 1, "A vehicle type needs a count from 0 and trips from 1.");
            Require((uint)type.StartDepot < (uint)DepotCount && (uint)type.EndDepot < (uint)DepotCount, "A vehicle type names a depot that does not exist.");
            Require(type is { FixedCost: >= 0, CostPerDistance: >= 0, CostPerDuration: >= 0 }, "Costs must not be negative.");
            Require(type.AllowedClients is null || type.AllowedClients.Count == ClientCount, "Allowed clients must name every client.");
        }
    }

    private static void Require(bool condition, string rule)
    {
        if (!condition)
            throw new ArgumentException(rule);
    }

    private int CountDimensions()
    {
        for (var d = Load.MaxDimensions - 1; d > 0; d--)
        {
            if (Clients.Any(client => client.Demand[d] != 0 || client.Pickup[d] != 0) || Shipments.Any(shipment => shipment.Amount[d] != 0))
                return d + 1;
        }

        return 1;
    }

    private void CompileLoads()
    {
        Array.Fill(PartnerOf, -1);
        if (!HasLoadProfile)
            return;
        for (var c = 0; c < ClientCount; c++)
        {
            for (var d = 0; d < Dimensions; d++)
                NetLoad[((DepotCount + c) * Dimensions) + d] = Clients[c].Pickup[d] - Clients[c].Demand[d];
        }

        foreach (var shipment in Shipments)
        {
            var (from, to) = (DepotCount + shipment.Pickup, DepotCount + shipment.Delivery);
            (PartnerOf[from], PartnerOf[to], IsDeliveryEnd[to]) = (to, from, true);
            for (var d = 0; d < Dimensions; d++)
            {
                NetLoad[(from * Dimensions) + d] = shipment.Amount[d];
                NetLoad[(to * Dimensions) + d] = -shipment.Amount[d];
            }
        }
    }

    /// <summary>Every location entered once by the dearest arc, every vehicle used for its longest possible day.</summary>
    private long CostBound()
    {
        var latest = WindowLate.Where(late => late < Interval.Unbounded).DefaultIfEmpty(0).Max();
        var perDistance = VehicleTypes.Select(type => type.CostPerDistance).DefaultIfEmpty(0).Max();
        var perDuration = VehicleTypes.Select(type => type.CostPerDuration).DefaultIfEmpty(0).Max();
        var vehicles = Math.Min(ClientCount, VehicleTypes.Sum(type => (long)type.Count));
        var stops = 2L * ClientCount;
        var fixedCosts = vehicles * VehicleTypes.Select(type => type.FixedCost).DefaultIfEmpty(0).Max();
        var driving = perDistance * Distances.Longest * stops;
        var working = perDuration * ((Durations.Longest * stops) + Service.Sum() + (latest * vehicles));
        var bound = checked(fixedCosts + driving + working + Clients.Where(client => !client.IsRequired).Sum(client => client.Prize) + 1);
        // Half of the range is kept for sums over all clients.
        return Math.Min(bound, long.MaxValue / 4 / Math.Max(1, ClientCount));
    }
}
