namespace Territory.Roads.Matching;

/// <summary>What map matching takes for possible and for likely.</summary>
public sealed record MatchingOptions
{
    /// <summary>Standard deviation of a fix without an accuracy of its own, in each of east and north; null: estimated from the track.</summary>
    public double? SigmaMeters { get; init; }

    /// <summary>Mean difference between the length of a route between two fixes and the great circle between them; null: estimated from the track.</summary>
    public double? BetaMeters { get; init; }

    /// <summary>How far from a fix its road may lie.</summary>
    public double RadiusMeters { get; init; } = 50;

    /// <summary>How many roads around a fix are considered, the nearest ones; each in both directions.</summary>
    public int MostRoads { get; init; } = 10;

    /// <summary>Fixes nearer than this to the one before are left out; null: twice sigma, as Newson and Krumm do.</summary>
    public double? ThinMeters { get; init; }

    /// <summary>A route between two fixes that is so much longer or shorter than the great circle is impossible.</summary>
    public double MostDetourMeters { get; init; } = 2000;

    /// <summary>Faster than this is impossible.</summary>
    public double MostMetersPerSecond { get; init; } = 50;

    /// <summary>Turning round at a fix between two junctions is as unlikely as a way this much longer than the great circle.</summary>
    public double TurnRoundMeters { get; init; } = 50;

    /// <summary>A longer silence ends a part of the track.</summary>
    public TimeSpan MostSilence { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>How many fixes may be dropped to get from one to another that otherwise no road connects in time.</summary>
    public int MostDropped { get; init; } = 4;

    internal void Validate()
    {
        RequirePositive(SigmaMeters ?? 1, nameof(SigmaMeters));
        RequirePositive(BetaMeters ?? 1, nameof(BetaMeters));
        RequirePositive(RadiusMeters, nameof(RadiusMeters));
        RequirePositive(MostDetourMeters, nameof(MostDetourMeters));
        RequirePositive(MostMetersPerSecond, nameof(MostMetersPerSecond));
        RequirePositive(TurnRoundMeters, nameof(TurnRoundMeters));
        ArgumentOutOfRangeException.ThrowIfNegative(ThinMeters ?? 0, nameof(ThinMeters));
        ArgumentOutOfRangeException.ThrowIfLessThan(MostRoads, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(MostDropped);
        ArgumentOutOfRangeException.ThrowIfLessThan(MostSilence, TimeSpan.Zero);
    }

    private static void RequirePositive(double value, string name)
    {
        if (!(value > 0) || !double.IsFinite(value))
            throw new ArgumentOutOfRangeException(name, value, "A positive number is expected.");
    }
}
