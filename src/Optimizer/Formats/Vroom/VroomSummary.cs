namespace Territory.Optimizer.Formats.Vroom;

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
