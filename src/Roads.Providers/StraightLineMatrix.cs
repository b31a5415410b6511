using System.Globalization;
using Territory.Model.Geography;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Roads.Profiles;

namespace Territory.Roads.Providers;

/// <summary>An approximation for where no roads are known: great-circle distance times a detour factor, at one speed. Its source always says so.</summary>
public sealed class StraightLineMatrix : IMatrixProvider
{
    /// <summary>Road over air distance in built-up regions; published averages lie between 1.2 and 1.5 (Ballou, Rahardja and Sakai, 2002).</summary>
    public const double DefaultDetourFactor = 1.35;

    private readonly double? speedKmh;

    /// <param name="speedKmh">Null: the mode's own speed on an ordinary street.</param>
    public StraightLineMatrix(double detourFactor = DefaultDetourFactor, double? speedKmh = null)
    {
        if (!(detourFactor >= 1 && detourFactor <= 10))
            throw new ArgumentOutOfRangeException(nameof(detourFactor), detourFactor, "A road is never shorter than the straight line; give a factor from 1 to 10.");
        if (speedKmh is { } speed && !(speed > 0 && speed <= 1000))
            throw new ArgumentOutOfRangeException(nameof(speedKmh), speedKmh, "Give a speed above 0 and up to 1000 km/h.");
        DetourFactor = detourFactor;
        this.speedKmh = speedKmh;
    }

    public double DetourFactor { get; }

    public double SpeedKmh(TravelMode mode) => speedKmh ?? TravelProfile.For(mode).SpeedKmh(RoadClass.Tertiary, 0);

    public Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Compute(points, mode));
    }

    public TravelMatrix Compute(IReadOnlyList<GeoPoint> points, TravelMode mode)
    {
        var size = points.Count;
        var seconds = new int[checked(size * size)];
        var meters = new int[size * size];
        var metersPerSecond = SpeedKmh(mode) / 3.6;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var distance = points[i].MetersTo(points[j]) * DetourFactor;
                meters[(i * size) + j] = meters[(j * size) + i] = (int)Math.Round(distance);
                seconds[(i * size) + j] = seconds[(j * size) + i] = (int)Math.Round(distance / metersPerSecond);
            }
        }

        return new TravelMatrix(
            size, seconds, meters, string.Create(CultureInfo.InvariantCulture, $"straight-line x {DetourFactor:0.##} at {SpeedKmh(mode):0.#} km/h"));
    }
}
