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

    /// <summary>What <see cref="TravelMatrix.Source"/> says of a mode's matrix.</summary>
    public string SourceFor(TravelMode mode) =>
        string.Create(CultureInfo.InvariantCulture, $"{TravelMatrix.StraightLinePrefix} x {DetourFactor:0.##} at {SpeedKmh(mode):0.#} km/h");

    public Task<TravelMatrix> ComputeAsync(IReadOnlyList<GeoPoint> points, TravelMode mode, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Compute(points, mode));
    }

    public Task<RectangularMatrix> ComputeAsync(
        IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, CancellationToken cancellationToken = default)
    {
        cancellationToken.ThrowIfCancellationRequested();
        return Task.FromResult(Compute(sources, targets, mode, SourceFor(mode)));
    }

    public TravelMatrix Compute(IReadOnlyList<GeoPoint> points, TravelMode mode) => Compute(points, mode, SourceFor(mode));

    /// <summary>The same figures under a label that also says what they stand in for.</summary>
    internal TravelMatrix Compute(IReadOnlyList<GeoPoint> points, TravelMode mode, string source)
    {
        var size = points.Count;
        var seconds = new int[checked(size * size)];
        var meters = new int[size * size];
        var metersPerSecond = SpeedKmh(mode) / 3.6;
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j < i; j++)
            {
                var (time, distance) = Between(points[i], points[j], metersPerSecond);
                meters[(i * size) + j] = meters[(j * size) + i] = distance;
                seconds[(i * size) + j] = seconds[(j * size) + i] = time;
            }
        }

        return new TravelMatrix(size, seconds, meters, source);
    }

    internal RectangularMatrix Compute(IReadOnlyList<GeoPoint> sources, IReadOnlyList<GeoPoint> targets, TravelMode mode, string source)
    {
        var seconds = new int[checked(sources.Count * targets.Count)];
        var meters = new int[seconds.Length];
        var metersPerSecond = SpeedKmh(mode) / 3.6;
        for (var cell = 0; cell < seconds.Length; cell++)
            (seconds[cell], meters[cell]) = Between(sources[cell / targets.Count], targets[cell % targets.Count], metersPerSecond);
        return new RectangularMatrix(sources.Count, targets.Count, seconds, meters, source);
    }

    private (int Seconds, int Meters) Between(GeoPoint from, GeoPoint to, double metersPerSecond)
    {
        var distance = from.MetersTo(to) * DetourFactor;
        return ((int)Math.Round(distance / metersPerSecond), (int)Math.Round(distance));
    }
}
