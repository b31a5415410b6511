using Territory.Model.Calendar;
using Territory.Model.Terminals;
using Territory.Optimizer.Calendars;

namespace Territory.Optimizer.Following;

/// <summary>An outlet of the day as the forecast needs it.</summary>
/// <param name="Point">Its point in the day's travel times.</param>
/// <param name="Windows">When service may start there on the day, in order; empty: only when the plan says.</param>
public sealed record FollowedStop(int Point, IReadOnlyList<TimeWindow> Windows)
{
    public static FollowedStop Of(TerminalFile terminal, DateOnly date, int point)
    {
        var open = ServiceHours.Of(terminal, date);
        return new FollowedStop(point, terminal.DeliveryWindow is { } window ? [.. open.Select(hours => hours.Intersect(window)).Where(hours => !hours.IsEmpty)] : open);
    }
}
