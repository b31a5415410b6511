using Territory.Model.Quantities;

namespace Territory.Optimizer.Following;

/// <summary>When a vehicle counts as standing where it has nothing to do (异常停留).</summary>
public sealed record LongStopRules
{
    /// <summary>It stands as long as its positions stay within this of their mean.</summary>
    public double WithinMeters { get; init; } = 60;

    public Duration After { get; init; } = Duration.FromMinutes(12);

    /// <summary>Nearer than this to a stop of the day or the depot it may stand as long as it likes.</summary>
    public double AwayMeters { get; init; } = 150;
}
