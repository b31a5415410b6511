namespace Territory.Roads.Matching;

/// <summary>Estimates sigma and beta from a track.</summary>
/// <remarks>
/// Sigma is 1.4826 times the median distance from fix to road, the median absolute deviation of a normal distribution; beta is the median difference between route and great circle
/// over ln 2, the median of an exponential one. Both bear a good share of wild fixes. Source: Newson and Krumm (2009), equations 3 and 4.
/// </remarks>
internal static class NoiseEstimate
{
    private const double LeastSigmaMeters = 3;
    private const double MostSigmaMeters = 50;
    private const double LeastBetaMeters = 2;
    private const double MostBetaMeters = 500;

    /// <summary>To begin with, before anything was matched: roads are longer than great circles by some percent of the way between fixes.</summary>
    private const double UsualBetaMeters = 5;
    private const double UsualBetaShare = 0.05;

    /// <summary>A first guess: the nearest road is taken for the right one.</summary>
    public static MatchingModel First(IReadOnlyList<TrackNode> nodes, MatchingOptions options)
    {
        var beta = UsualBetaMeters;
        if (nodes.Count > 1)
            beta += UsualBetaShare * Median([.. nodes.Zip(nodes.Skip(1), (a, b) => a.Location.MetersTo(b.Location))]);
        return new MatchingModel(options, options.SigmaMeters ?? Sigma([.. nodes.Select(node => node.Candidates[0].Snapped.DistanceMeters)]), options.BetaMeters ?? beta);
    }

    /// <summary>From what was matched with a guess; null when there is nothing to learn from it.</summary>
    public static MatchingModel? Second(TrackTrellis trellis, IReadOnlyList<MatchedSequence> parts, MatchingModel guess, MatchingOptions options)
    {
        if (options is { SigmaMeters: not null, BetaMeters: not null } || parts.Count == 0)
            return null;
        var distances = new List<double>();
        var differences = new List<double>();
        foreach (var part in parts)
        {
            for (var i = 0; i < part.Nodes.Length; i++)
            {
                var node = trellis.Nodes[part.Nodes[i]];
                var candidate = node.Candidates[part.Candidates[i]];
                distances.Add(candidate.Snapped.DistanceMeters);
                if (i == 0)
                    continue;
                var before = trellis.Nodes[part.Nodes[i - 1]];
                var cost = trellis.Between(part.Nodes[i - 1], part.Nodes[i])[(part.Departures[i - 1] * node.Candidates.Length) + part.Candidates[i]];
                if (guess.WayMeters(before, before.Candidates[part.Departures[i - 1]], node, candidate, cost) is { } meters)
                    differences.Add(Math.Abs(meters - before.Location.MetersTo(node.Location)));
            }
        }

        return new MatchingModel(
            options,
            options.SigmaMeters ?? Sigma(distances),
            options.BetaMeters ?? Math.Clamp(Median(differences) / Math.Log(2), LeastBetaMeters, MostBetaMeters));
    }

    private static double Sigma(List<double> distances) =>
        distances.Count == 0 ? LeastSigmaMeters : Math.Clamp(1.4826 * Median(distances), LeastSigmaMeters, MostSigmaMeters);

    private static double Median(List<double> values)
    {
        values.Sort();
        return values[values.Count / 2];
    }
}
