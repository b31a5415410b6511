namespace Territory.Optimizer.Formats.Vroom;

/// <summary>Sums over all routes.</summary>
public sealed record VroomSummary : VroomTotals
{
    public int Routes { get; init; }

    public int Unassigned { get; init; }

    public VroomComputingTimes? ComputingTimes { get; init; }
}
