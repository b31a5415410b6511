namespace Territory.Optimizer.Formats.Vroom;

public sealed record VroomRoute : VroomTotals
{
    public long Vehicle { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<VroomRouteStep>? Steps { get; init; }
}
