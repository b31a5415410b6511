using Territory.Model.Problems;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Routing;

/// <summary>A routing problem in the form the search reads: whole numbers, one array per property, checked once.</summary>
/// <remarks>
/// Locations are numbered depots first, then clients: client c is location <c>DepotCount + c</c>. Matrices are row-major from source to target over
/// locations. <see cref="NoRoad"/> marks a pair that may not be driven.
/// </remarks>
public sealed partial class ProblemData
{
    /// <summary>The matrix value of a pair without a road.</summary>
    public const int NoRoad = int.MaxValue;

    internal const int LargestEntry = 1 << 29;

    public ProblemData(
        IReadOnlyList<Depot> depots,
        IReadOnlyList<Client> clients,
        IReadOnlyList<VehicleType> vehicleTypes,
        int[] distances,
        int[] durations,
        IReadOnlyList<Shipment>? shipments = null,
        ProblemRules? rules = null)
        : this(
            depots,
            clients,
            vehicleTypes,
            ArcLengths.OfMatrix(distances, depots.Count + clients.Count),
            ArcLengths.OfMatrix(durations, depots.Count + clients.Count),
            shipments,
            rules)
    {
    }

    /// <exception cref="InvalidInputException">Parts of the problem are out of range or contradict each other; every one is listed.</exception>
    public ProblemData(
        IReadOnlyList<Depot> depots,
        IReadOnlyList<Client> clients,
        IReadOnlyList<VehicleType> vehicleTypes,
        ArcLengths distances,
        ArcLengths durations,
        IReadOnlyList<Shipment>? shipments = null,
        ProblemRules? rules = null)
    {
        var problems = ProblemInspection.Inspect(depots, clients, vehicleTypes, distances, durations, shipments ?? [], rules ?? ProblemRules.None);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        Depots = depots;
        Clients = clients;
        Shipments = shipments ?? [];
        VehicleTypes = vehicleTypes;
        Distances = distances;
        Durations = durations;
        DepotCount = depots.Count;
        ClientCount = clients.Count;
        LocationCount = depots.Count + clients.Count;

        Dimensions = CountDimensions();
        Demand = new long[LocationCount * Dimensions];
        Service = new long[LocationCount];
        Release = new long[LocationCount];
        WindowOffset = new int[LocationCount + 1];
        var isSent = new bool[ClientCount];
        foreach (var client in vehicleTypes.SelectMany(type => type.Prefix))
            isSent[client] = true;
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
            Release[location] = client.Release;
            foreach (var window in client.Windows)
            {
                early.Add(window.Early);
                // Whoever has been sent somewhere is late there or not: that binds nobody any more.
                late.Add(isSent[location - DepotCount] ? Interval.Unbounded : window.Late);
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
        CompileRules(rules ?? ProblemRules.None);
        HasReleases = clients.Any(client => client.Release > 0);
        CostsDuration = vehicleTypes.Any(type => type.CostPerDuration > 0 || type.MaxDuration < Interval.Unbounded || type.OvertimeCostPerDuration > 0)
            || Rules.Balance is { Figure: BalancedFigure.Duration };
        IsTimed = CostsDuration || HasReleases || CostsStart || vehicleTypes.Any(type => type.Breaks.Count > 0) || clients.Any(client => client.Due < Interval.Unbounded)
            || clients.Any(client => client.Windows.Count != 1 || client.Windows[0].Early > 0 || client.Windows[0].Late < Interval.Unbounded)
            || vehicleTypes.Any(type => type.LatestEnd < Interval.Unbounded || type.Start.Late < Interval.Unbounded);
        (RequiredPrize, LeaveOutCost) = new CostBound(this).LeaveOutCosts();

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

        ShipmentArcs = ShipmentArcs.Of(this);
        if (HasPrefixes && PrefixInspection.Inspect(this) is { Count: > 0 } unkept)
            throw new InvalidInputException(unkept);
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

    /// <summary>The roads of shipments as rows, where the quick scan for their places may be used.</summary>
    internal ShipmentArcs? ShipmentArcs { get; }

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

    /// <summary>Whether everybody is to be served and one vehicle, all costing the same, costs more than the length of all routes together can.</summary>
    internal bool PutsVehiclesFirst =>
        !IsRich && VehicleTypes.Count > 0 && Clients.All(client => client.IsRequired)
        && VehicleTypes.All(type => type.FixedCost == VehicleTypes[0].FixedCost && type.CostPerDuration == 0 && type.FixedCost / Math.Max(1, 2L * ClientCount) / Math.Max(1, Distances.Longest) >= type.CostPerDistance);

    public int DistanceBetween(int from, int to) => Distances.Between(from, to);

    public int DurationBetween(int from, int to) => Durations.Between(from, to);

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
}
