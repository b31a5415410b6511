namespace Territory.Optimizer.Formats.Vroom;

/// <summary>What VROOM's solution states of a route and, summed up, of all.</summary>
public abstract record VroomTotals
{
    public long Cost { get; init; }

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
}
