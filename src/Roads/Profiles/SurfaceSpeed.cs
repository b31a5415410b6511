namespace Territory.Roads.Profiles;

/// <summary>What a surface does to speed: first the factor (0: the mode cannot use such a road), then the cap.</summary>
public readonly record struct SurfaceSpeed(double Factor, double MaxKmh)
{
    public static SurfaceSpeed Unchanged => new(1, double.PositiveInfinity);
}
