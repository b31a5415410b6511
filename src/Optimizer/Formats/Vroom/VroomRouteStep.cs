namespace Territory.Optimizer.Formats.Vroom;

/// <summary>A step of a route: start, job, pickup, delivery, break or end.</summary>
public sealed record VroomRouteStep
{
    public string? Type { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<double>? Location { get; init; }

    public int? LocationIndex { get; init; }

    public long? Id { get; init; }

    public long Setup { get; init; }

    public long Service { get; init; }

    public long WaitingTime { get; init; }

    public long? Job { get; init; }

    public IReadOnlyList<long>? Load { get; init; }

    public long? Arrival { get; init; }

    /// <summary>Travel time up to here.</summary>
    public long Duration { get; init; }

    /// <summary>Distance up to here, where distances are known.</summary>
    public long? Distance { get; init; }

    public IReadOnlyList<VroomViolation>? Violations { get; init; }
}
