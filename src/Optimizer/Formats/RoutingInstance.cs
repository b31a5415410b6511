namespace Territory.Optimizer.Formats;

/// <summary>
/// A published instance as its file states it. Stop 0 is the first depot; stops 1 to n are to be served and numbered as in solution files; the other depots follow them.
/// </summary>
public sealed record RoutingInstance
{
    public required string Name { get; init; }

    public required InstanceFormat Format { get; init; }

    public required bool HasTimeWindows { get; init; }

    /// <summary>One for each depot.</summary>
    public required IReadOnlyList<InstanceFleet> Fleets { get; init; }

    public required IReadOnlyList<InstanceStop> Stops { get; init; }

    /// <summary>Pickups with their deliveries; every stop is part of one, or none is.</summary>
    public IReadOnlyList<StopPair> Pairs { get; init; } = [];

    /// <summary>An explicit matrix, row by row from source to target; null: Euclid on the coordinates.</summary>
    public double[]? Matrix { get; init; }

    /// <summary>Never <see cref="RoundingRule.Auto"/>; not used with an explicit matrix.</summary>
    public required RoundingRule Rounding { get; init; }

    /// <summary>Results for pickups and deliveries in Li and Lim's text are published by vehicles first.</summary>
    public RoutingObjective UsualObjective => Format == InstanceFormat.LiLim ? RoutingObjective.VehiclesFirst : RoutingObjective.Distance;

    public int DepotCount => Fleets.Count;

    public int ClientCount => Stops.Count - DepotCount;

    public bool LimitsRoutes => Fleets.Any(fleet => double.IsFinite(fleet.LongestRoute));

    /// <summary>The position among the stops of a depot, counted from zero.</summary>
    public int StopOfDepot(int depot) => depot == 0 ? 0 : ClientCount + depot;

    /// <summary>The number by which files of several depots name a depot among the stops: after all that are to be served.</summary>
    public int NumberOfDepot(int depot) => ClientCount + depot + 1;
}
