using Territory.Model.Calendar;
using Territory.Model.Geography;
using Territory.Optimizer.Following;

namespace Territory.Optimizer.Tests.Following;

/// <summary>Drives a vehicle of the test's own over a plane and reports it as a receiver in a street would: normal noise, now and then a wild position.</summary>
internal sealed class NoisyTrack(int seed, double sigmaMeters = 12, int secondsBetween = 10, double wildShare = 0.01)
{
    private const double MetersPerDegree = 111_195;

    private readonly Random random = new(seed);
    private readonly List<TrackPoint> points = [];
    private double x;
    private double y;
    private int time = 8 * 3600;

    public IReadOnlyList<TrackPoint> Points => points;

    public TimeOfDay Now => new(time);

    /// <summary>Metres east and north of 116° E, 0° N, where a degree is as long either way.</summary>
    public static GeoPoint At(double x, double y) => new(116 + (x / MetersPerDegree), y / MetersPerDegree);

    public NoisyTrack DriveTo(double toX, double toY, double metersPerSecond = 9)
    {
        var (fromX, fromY) = (x, y);
        var seconds = Math.Max(1, (int)(double.Hypot(toX - fromX, toY - fromY) / metersPerSecond));
        for (var second = 1; second <= seconds; second++)
        {
            (x, y) = (fromX + ((toX - fromX) * second / seconds), fromY + ((toY - fromY) * second / seconds));
            Tick();
        }

        return this;
    }

    public NoisyTrack Stand(int seconds)
    {
        for (var second = 0; second < seconds; second++)
            Tick();
        return this;
    }

    private void Tick()
    {
        time++;
        if (time % secondsBetween != 0)
            return;
        var reach = random.NextDouble() < wildShare ? 400 : sigmaMeters;
        points.Add(new TrackPoint(new TimeOfDay(time), At(x + (reach * Normal()), y + (reach * Normal()))));
    }

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
