using Territory.Model.Quantities;

namespace Territory.Optimizer.Following;

/// <summary>When a vehicle counts as off its planned trip (偏航), and as back.</summary>
public sealed record OffRouteRules
{
    /// <summary>Parallel streets and car parks lie nearer.</summary>
    public double BeyondMeters { get; init; } = 300;

    /// <summary>Less than <see cref="BeyondMeters"/>.</summary>
    public double BackWithinMeters { get; init; } = 200;

    public Duration After { get; init; } = new(180);

    public Duration BackAfter { get; init; } = new(60);
}
