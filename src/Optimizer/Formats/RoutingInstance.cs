namespace Territory.Optimizer.Formats;

/// <summary>A published instance as its file states it. Stop 0 is the depot; stops 1 to n are numbered as in solution files.</summary>
public sealed record RoutingInstance
{
    public required string Name { get; init; }

    public required InstanceFormat Format { get; init; }

    public required bool HasTimeWindows { get; init; }

    public required long Capacity { get; init; }

    /// <summary>The vehicles that the file allows; null: as many as needed.</summary>
    public int? Vehicles { get; init; }

    public required IReadOnlyList<InstanceStop> Stops { get; init; }

    /// <summary>An explicit matrix, row by row from source to target; null: Euclid on the coordinates.</summary>
    public double[]? Matrix { get; init; }

    /// <summary>Never <see cref="RoundingRule.Auto"/>; not used with an explicit matrix.</summary>
    public required RoundingRule Rounding { get; init; }

    public int ClientCount => Stops.Count - 1;
}
