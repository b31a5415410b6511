using Territory.Model.Geography;

namespace Territory.Roads.Providers.Caching;

/// <summary>A position on a grid of 0.00001 degrees (1.1 m), on which pairs are kept: an outlet whose position is corrected by less stays known.</summary>
internal readonly record struct Place(int Longitude, int Latitude)
{
    private const double StepsPerDegree = 100_000;

    /// <summary>What is asked of the provider, so that an answer does not depend on who asked first.</summary>
    public GeoPoint Point => new(Longitude / StepsPerDegree, Latitude / StepsPerDegree);

    public bool IsValid => Math.Abs((long)Longitude) <= 180 * (long)StepsPerDegree && Math.Abs((long)Latitude) <= 90 * (long)StepsPerDegree;

    /// <exception cref="ArgumentException">The point is no place on earth.</exception>
    public static Place Of(GeoPoint point) => point.IsValid
        ? new Place((int)Math.Round(point.Longitude * StepsPerDegree), (int)Math.Round(point.Latitude * StepsPerDegree))
        : throw new ArgumentException($"({point.Longitude}, {point.Latitude}) is no longitude and latitude in degrees.");
}
