using Territory.Roads.Network;
using Territory.Roads.Profiles;

namespace Territory.Roads.Matching;

public static class LearnedSpeedsExtensions
{
    /// <summary>The factors in the form that <see cref="RoadConditions"/> and the speed-factor file take.</summary>
    /// <param name="learned">From tracks matched on this very network.</param>
    public static SpeedFactors ToFactors(this IReadOnlyList<LearnedSpeed> learned, RoadNetwork network)
    {
        var segments = new Dictionary<int, (double? Forward, double? Backward)>();
        foreach (var speed in learned)
        {
            var known = segments.GetValueOrDefault(speed.Segment);
            segments[speed.Segment] = speed.Forward ? (speed.Factor, known.Backward) : (known.Forward, speed.Factor);
        }

        return new SpeedFactors(network.Fingerprint, [], segments, new Dictionary<RoadClass, IReadOnlyList<double>>());
    }
}
