namespace Territory.Optimizer.Formats.Vroom;

public sealed record VroomUnassigned
{
    public long Id { get; init; }

    public string? Type { get; init; }

    public string? Description { get; init; }

    public IReadOnlyList<double>? Location { get; init; }

    public int? LocationIndex { get; init; }
}
