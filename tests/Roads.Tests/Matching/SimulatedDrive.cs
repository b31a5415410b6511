using Territory.Model.Geography;
using Territory.Roads.Matching;
using Territory.Roads.Routes;

namespace Territory.Roads.Tests.Matching;

/// <summary>A vehicle that drives a route at known speeds, and what a noisy receiver in it reports.</summary>
internal sealed class SimulatedDrive
{
    public static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    private readonly Route route;

    /// <summary>Pieces of straight road with the second at which each begins.</summary>
    private readonly List<(double Second, GeoPoint From, GeoPoint To, double Seconds)> pieces = [];

    /// <param name="factorOf">By arc: the speed driven over the profile's.</param>
    public SimulatedDrive(Route route, Func<int, double>? factorOf = null)
    {
        this.route = route;
        var clock = 0.0;
        foreach (var (path, leg) in route.Paths.Zip(route.Legs))
        {
            for (var step = 0; step < path.Count; step++)
            {
                var arc = path.ArcAt(step);
                var seconds = (path.Milliseconds[step + 1] - path.Milliseconds[step]) / 1000.0 / (factorOf?.Invoke(arc) ?? 1);
                var meters = (path.Centimeters[step + 1] - path.Centimeters[step]) / 100.0;
                MetersOfArc[arc] = MetersOfArc.GetValueOrDefault(arc) + meters;
                Lay(path.FirstPoints[step], step + 1 < path.Count ? path.FirstPoints[step + 1] : leg.LastPoint, clock, seconds);
                clock += seconds;
            }
        }

        Seconds = clock;
    }

    public double Seconds { get; }

    public double Meters => MetersOfArc.Values.Sum();

    /// <summary>The truth: metres driven by arc.</summary>
    public Dictionary<int, double> MetersOfArc { get; } = [];

    /// <summary>Fixes at even times with normal noise in each of east and north.</summary>
    public List<GpsFix> Fixes(Random random, double sigmaMeters, double everySeconds)
    {
        var fixes = new List<GpsFix>();
        for (var second = 0.0; second <= Seconds; second += everySeconds)
            fixes.Add(new GpsFix(Noisy(At(second), random, sigmaMeters), Start.AddSeconds(second)));
        return fixes;
    }

    /// <summary>How much of the truth was matched to the right direction of the right segment, and how much was matched beside it, as shares of the truth.</summary>
    public (double Right, double Wrong) Compare(MatchedTrack track)
    {
        var matched = new Dictionary<int, double>();
        foreach (var traversal in track.Parts.SelectMany(part => part.Traversals))
        {
            var arc = (2 * traversal.Segment) + (traversal.Forward ? 0 : 1);
            matched[arc] = matched.GetValueOrDefault(arc) + traversal.Meters;
        }

        var right = matched.Sum(pair => Math.Min(pair.Value, MetersOfArc.GetValueOrDefault(pair.Key)));
        return (right / Meters, (matched.Values.Sum() - right) / Meters);
    }

    public GeoPoint At(double second)
    {
        var index = pieces.FindLastIndex(piece => piece.Second <= second);
        var (begin, from, to, seconds) = pieces[Math.Max(0, index)];
        var share = seconds > 0 ? Math.Clamp((second - begin) / seconds, 0, 1) : 1;
        return new GeoPoint(from.Longitude + (share * (to.Longitude - from.Longitude)), from.Latitude + (share * (to.Latitude - from.Latitude)));
    }

    public static GeoPoint Noisy(GeoPoint point, Random random, double sigmaMeters)
    {
        var radius = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * sigmaMeters / 111_195;
        var (sin, cos) = Math.SinCos(2 * Math.PI * random.NextDouble());
        return new GeoPoint(point.Longitude + (radius * sin / Math.Cos(double.DegreesToRadians(point.Latitude))), point.Latitude + (radius * cos));
    }

    private void Lay(int first, int last, double clock, double seconds)
    {
        var line = route.Polyline.Skip(first).Take(last - first + 1).ToArray();
        var meters = line.Zip(line.Skip(1), (a, b) => a.MetersTo(b)).ToArray();
        var whole = Math.Max(1e-9, meters.Sum());
        for (var i = 0; i < meters.Length; i++)
        {
            pieces.Add((clock, line[i], line[i + 1], seconds * meters[i] / whole));
            clock += seconds * meters[i] / whole;
        }
    }
}
