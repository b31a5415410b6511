namespace Territory.Optimizer.Formats.Vroom;

/// <summary>Cause: delay, load, max_tasks, skills, precedence, missing_break, max_travel_time or max_distance; the duration is that of a delay.</summary>
public sealed record VroomViolation
{
    public string? Cause { get; init; }

    public long? Duration { get; init; }
}
