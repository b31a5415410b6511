namespace Territory.Optimizer.Formats.Vroom;

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
