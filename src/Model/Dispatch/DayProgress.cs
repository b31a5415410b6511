using Territory.Model.Calendar;

namespace Territory.Model.Dispatch;

/// <summary>How far a day has come: what has left cannot be planned anew.</summary>
/// <param name="Now">Null on a day that has not begun.</param>
public sealed record DayProgress(TimeOfDay? Now, IReadOnlyList<RouteProgress> Routes)
{
    public static DayProgress NotBegun { get; } = new(null, []);
}
