namespace Orleans.Runtime;

/// <summary>A timer of one activation; disposing it stops it.</summary>
public interface IGrainTimer : IDisposable
{
    /// <summary>Sets a new due time and period; <see cref="Timeout.InfiniteTimeSpan"/> stops or makes it fire once.</summary>
    void Change(TimeSpan dueTime, TimeSpan period);
}
