using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Turns;

namespace Territory.Roads.Matching;

/// <summary>Chooses the fixes that take part in matching and finds the roads near them.</summary>
/// <remarks>
/// Left out are fixes that no vehicle could have come to and gone on from, those too near the one before (Newson and Krumm, 2009, section 4: within two standard deviations one
/// learns nothing about the way), and those without a road in reach.
/// </remarks>
internal sealed class TrackReading
{
    /// <summary>In two dimensions 68 % of a normal distribution lie within 1.515 standard deviations of one axis.</summary>
    private const double SigmasOfAccuracy = 1.515;
    private const double LeastSigmaMeters = 3;

    /// <summary>Apart by chance, not by driving.</summary>
    private const double NoiseSigmas = 4;

    /// <summary>Until something is known about the track: the usual receiver in a street.</summary>
    private const double UsualSigmaMeters = 10;

    private readonly IReadOnlyList<GpsFix> fixes;
    private readonly MatchingOptions options;

    private TrackReading(IReadOnlyList<GpsFix> fixes, MatchingOptions options)
    {
        this.fixes = fixes;
        this.options = options;
        Outcomes = new FixOutcome[fixes.Count];
    }

    /// <summary>By fix; <see cref="FixOutcome.Matched"/> for those that take part.</summary>
    public FixOutcome[] Outcomes { get; }

    public List<TrackNode> Nodes { get; } = [];

    public static TrackReading Of(IReadOnlyList<GpsFix> fixes, MatchingOptions options, RoadNetwork network, TurnGraph graph, TravelMode mode)
    {
        var reading = new TrackReading(fixes, options);
        reading.DropSpikes();
        reading.Choose(network, graph, mode);
        return reading;
    }

    private double SigmaOf(in GpsFix fix) => AccuracySigma(fix) ?? options.SigmaMeters ?? UsualSigmaMeters;

    private static double? AccuracySigma(in GpsFix fix) =>
        fix.AccuracyMeters is { } accuracy ? Math.Max(LeastSigmaMeters, accuracy / SigmasOfAccuracy) : null;

    private void DropSpikes()
    {
        var last = -1;
        for (var i = 0; i < fixes.Count; i++)
        {
            var isFast = last >= 0 && IsTooFast(last, i);
            var isFastOn = i + 1 < fixes.Count && IsTooFast(i, i + 1);
            var isEnd = last < 0 || i + 1 == fixes.Count;
            var isSpike = last < 0 ? isFastOn && i + 2 < fixes.Count && !IsTooFast(i + 1, i + 2)
                : isEnd ? isFast
                : isFast && isFastOn && !IsTooFast(last, i + 1);
            if (isSpike)
                Outcomes[i] = FixOutcome.Outlier;
            else
                last = i;
        }
    }

    private bool IsTooFast(int from, int to)
    {
        var noise = NoiseSigmas * Math.Max(SigmaOf(fixes[from]), SigmaOf(fixes[to]));
        return fixes[from].Location.MetersTo(fixes[to].Location) - noise > options.MostMetersPerSecond * (fixes[to].Time - fixes[from].Time).TotalSeconds;
    }

    private void Choose(RoadNetwork network, TurnGraph graph, TravelMode mode)
    {
        for (var i = 0; i < fixes.Count; i++)
        {
            if (Outcomes[i] != FixOutcome.Matched)
                continue;
            var fix = fixes[i];
            var milliseconds = (long)Math.Round((fix.Time - fixes[0].Time).TotalMilliseconds);
            if (Nodes.Count > 0 && Nodes[^1].Location.MetersTo(fix.Location) < (options.ThinMeters ?? (2 * SigmaOf(fix))))
            {
                Outcomes[i] = FixOutcome.Thinned;
                Nodes[^1] = Nodes[^1] with { LeftMilliseconds = milliseconds };
                continue;
            }

            var candidates = Candidates(network, graph, mode, fix);
            if (candidates.Length == 0)
                Outcomes[i] = FixOutcome.NoRoad;
            else
                Nodes.Add(new TrackNode(i, fix.Location, milliseconds, milliseconds, AccuracySigma(fix), candidates));
        }
    }

    private RoadCandidate[] Candidates(RoadNetwork network, TurnGraph graph, TravelMode mode, in GpsFix fix)
    {
        var radius = Math.Max(options.RadiusMeters, NoiseSigmas * (AccuracySigma(fix) ?? 0));
        var candidates = new List<RoadCandidate>();
        foreach (var snapped in network.SnapAll(fix.Location, mode, radius, options.MostRoads))
        {
            var position = RoadPosition.Of(network.Tables, graph, snapped);
            foreach (var arc in (ReadOnlySpan<int>)[2 * snapped.Segment, (2 * snapped.Segment) + 1])
            {
                var candidate = new RoadCandidate(arc, snapped, position.OnArc(arc));
                if (candidate.Place.IsOpen)
                    candidates.Add(candidate);
            }
        }

        return [.. candidates];
    }
}
