using System.Diagnostics.CodeAnalysis;

namespace Orleans.Runtime;

/// <summary>When a grain timer fires, and how its ticks stand to requests and to idle collection.</summary>
public readonly struct GrainTimerCreationOptions
{
    [SetsRequiredMembers]
    public GrainTimerCreationOptions(TimeSpan dueTime, TimeSpan period)
    {
        DueTime = dueTime;
        Period = period;
    }

    /// <summary>Time to the first tick; <see cref="Timeout.InfiniteTimeSpan"/> does not start it.</summary>
    public required TimeSpan DueTime { get; init; }

    /// <summary>Time from the end of a tick to the next one; <see cref="Timeout.InfiniteTimeSpan"/> makes it fire once.</summary>
    public required TimeSpan Period { get; init; }

    /// <summary>The tick may interleave with requests and other ticks.</summary>
    public bool Interleave { get; init; }

    /// <summary>A tick counts as use, so the activation is not collected while the timer runs often enough.</summary>
    public bool KeepAlive { get; init; }
}
