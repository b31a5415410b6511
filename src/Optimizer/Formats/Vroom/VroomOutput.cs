namespace Territory.Optimizer.Formats.Vroom;

/// <summary>VROOM's JSON solution.</summary>
public sealed record VroomOutput
{
    public int Code { get; init; }

    public string? Error { get; init; }

    public VroomSummary? Summary { get; init; }

    public IReadOnlyList<VroomUnassigned>? Unassigned { get; init; }

    public IReadOnlyList<VroomRoute>? Routes { get; init; }
}

/// <summary>Sums over all routes.</summary>
public sealed record VroomSummary
{
    public long Cost { get; init; }

    public int Routes { get; init; }

    public int Unassigned { get; init; }

    public IReadOnlyList<long>? Delivery { get; init; }

    public IReadOnlyList<long>? Amount { get; init; }

    public IReadOnlyList<long>? Pickup { get; init; }

    public long Setup { get; init; }

    public long Service { get; init; }

    public long Duration { get; init; }

    public long WaitingTime { get; init; }

    public long Priority { get; init; }

    public long? Distance { get; init; }

    public IReadOnlyList<VroomViolation>? Violations { get; init; }

    public VroomComputingTimes? ComputingTimes { get; init; }
}

/// <summary>Milliseconds.</summary>
public sealed record VroomComputingTimes(long Loading, long Solving, long Routing);

public sealed record VroomUnassigned
{
    public long Id { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<double>? Location { get; init; }

    public int? LocationIndex { get; init; }
}

public sealed record VroomRoute
{
    public long Vehicle { get; init; }

    public long Cost { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<long>? Delivery { get; init; }

    public IReadOnlyList<long>? Amount { get; init; }

    public IReadOnlyList<long>? Pickup { get; init; }

    public long Setup { get; init; }

    public long Service { get; init; }

    public long Duration { get; init; }

    public long WaitingTime { get; init; }

    public long Priority { get; init; }

    public long? Distance { get; init; }

    public IReadOnlyList<VroomRouteStep>? Steps { get; init; }

    public IReadOnlyList<VroomViolation>? Violations { get; init; }
}

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

/// <summary>Cause: delay, load, max_tasks, skills, precedence, missing_break, max_travel_time or max_distance; the duration is that of a delay.</summary>
public sealed record VroomViolation
{
    public string? Cause { get; init; }

    public long? Duration { get; init; }
}
