namespace Territory.Optimizer.Formats;

/// <summary>
/// A published instance as its file states it. Stop 0 is the first depot; stops 1 to n are to be served and the other depots follow them. Solution files number them by <see cref="NumberOf"/>.
/// </summary>
public sealed record RoutingInstance
{
    public required string Name { get; init; }

    public required InstanceFormat Format { get; init; }

    public required bool HasTimeWindows { get; init; }

    /// <summary>One for each depot unless they name their depots.</summary>
    public required IReadOnlyList<InstanceFleet> Fleets { get; init; }

    /// <summary>How many depots there are; null: as many as fleets that name none, or one.</summary>
    public int? Depots { get; init; }

    /// <summary>The fleet of each vehicle, where the file tells its vehicles apart: route k of a solution file is then that of vehicle k.</summary>
    public IReadOnlyList<int>? FleetOfVehicle { get; init; }

    public required IReadOnlyList<InstanceStop> Stops { get; init; }

    /// <summary>Pickups with their deliveries; every stop is part of one, or none is.</summary>
    public IReadOnlyList<StopPair> Pairs { get; init; } = [];

    /// <summary>Groups of stop numbers of which exactly one is served.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Groups { get; init; } = [];

    public BackhaulOrder Backhauls { get; init; }

    /// <summary>Whether routes end at their last stop.</summary>
    public bool IsOpen { get; init; }

    /// <summary>An explicit matrix, row by row from source to target; null: Euclid on the coordinates.</summary>
    public double[]? Matrix { get; init; }

    /// <summary>Never <see cref="RoundingRule.Auto"/>; not used with an explicit matrix.</summary>
    public required RoundingRule Rounding { get; init; }

    /// <summary>Results for pickups and deliveries in Li and Lim's text are published by vehicles first.</summary>
    public RoutingObjective UsualObjective => Format == InstanceFormat.LiLim ? RoutingObjective.VehiclesFirst : RoutingObjective.Distance;

    public int DepotCount => Depots ?? (Fleets[0].Depot is null ? Fleets.Count : 1);

    public int ClientCount => Stops.Count - DepotCount;

    public bool LimitsRoutes => Fleets.Any(fleet => double.IsFinite(fleet.LongestRoute) || double.IsFinite(fleet.LongestDistance));

    /// <summary>Whether a solution costs more than its distance.</summary>
    public bool HasVehicleCosts => Fleets.Any(fleet => fleet.FixedCost != 0 || fleet.CostPerDistance != 1);

    /// <summary>Whether stops may be left out for their prize.</summary>
    public bool HasPrizes => Stops.Any(stop => stop.Prize > 0);

    public bool HasReleases => Stops.Any(stop => stop.Release > 0);

    /// <summary>Whether any vehicle may make more than one trip.</summary>
    public bool HasReloads => Fleets.Any(fleet => fleet.MostTrips > 1);

    /// <summary>How many dimensions loads have, one to three.</summary>
    public int LoadDimensions => Stops.Any(stop => stop.DemandIn(2) != 0 || stop.PickupIn(2) != 0) ? 3 : Stops.Any(stop => stop.DemandIn(1) != 0 || stop.PickupIn(1) != 0) ? 2 : 1;

    public int DepotOfFleet(int fleet) => Fleets[fleet].Depot ?? fleet;

    /// <summary>The position among the stops of a depot, counted from zero.</summary>
    public int StopOfDepot(int depot) => depot == 0 ? 0 : ClientCount + depot;

    /// <summary>The number of a depot in solution files: VRPLIB counts nodes from zero, depots first; Cordeau's depots come after all that are to be served.</summary>
    public int NumberOfDepot(int depot) => Format == InstanceFormat.Vrplib ? depot : ClientCount + depot + 1;

    /// <summary>The number of a stop to be served, 1 to n, in solution files.</summary>
    public int NumberOf(int stop) => Format == InstanceFormat.Vrplib ? stop + DepotCount - 1 : stop;
}
