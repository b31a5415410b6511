using Territory.Model.Quantities;

namespace Territory.Optimizer.Following;

/// <summary>When a vehicle counts as arrived at a stop, and as gone (电子围栏).</summary>
/// <remarks>The wider circle for leaving, and the time that both take, keep the noise of receivers and a red light next door from counting.</remarks>
public sealed record GeofenceRules
{
    /// <summary>It parks on the road, some way from the door; and receivers err by some 10 m between houses.</summary>
    public double ArrivesWithinMeters { get; init; } = 80;

    /// <summary>More than <see cref="ArrivesWithinMeters"/>.</summary>
    public double LeavesBeyondMeters { get; init; } = 130;

    public Duration ArrivesAfter { get; init; } = new(60);

    public Duration LeavesAfter { get; init; } = new(30);
}
