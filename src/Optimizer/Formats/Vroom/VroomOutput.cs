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
