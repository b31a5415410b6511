using Territory.Model.Calendar;

namespace Territory.Optimizer.Following;

/// <summary>An outlet of the day as the forecast needs it.</summary>
/// <param name="Point">Its point in the day's travel times.</param>
/// <param name="Windows">When service may start there on the day, in order; empty: at any hour.</param>
public sealed record FollowedStop(int Point, IReadOnlyList<TimeWindow> Windows);
