namespace Territory.Roads.Matching;

/// <summary>Learns from matched tracks how fast roads are really driven, as factors on the profile that the tracks were matched with.</summary>
/// <remarks>
/// Of each passage the profile's time over the observed one is a factor on the speed; of each direction of a segment the median is taken, which a wild passage does not move, and drawn toward 1
/// by its credibility n / (n + k). Medians and shrinkage are taken of logarithms, so that half and double speed weigh alike. The observed time of short segments is a share of
/// that between two fixes, so neighbours share what happens to one of them.
/// Source: Bühlmann, Experience rating and credibility (1967), for the shrinkage; k is the ratio of the variance of a passage to the variance between roads, which in city traffic lie
/// in the same order, a passage being the noisier.
/// </remarks>
public static class LearnedSpeeds
{
    /// <returns>By segment, forward first.</returns>
    public static IReadOnlyList<LearnedSpeed> From(IEnumerable<MatchedTrack> tracks, LearnedSpeedsOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(tracks);
        options ??= new LearnedSpeedsOptions();
        var observed = new SortedDictionary<int, List<double>>();
        foreach (var traversal in tracks.SelectMany(track => track.Parts).SelectMany(part => part.Traversals))
        {
            if (LogFactor(traversal, options) is not { } logarithm)
                continue;
            var arc = (2 * traversal.Segment) + (traversal.Forward ? 0 : 1);
            if (!observed.TryGetValue(arc, out var list))
                observed.Add(arc, list = []);
            list.Add(logarithm);
        }

        return
        [
            .. observed.Where(pair => pair.Value.Count >= Math.Max(1, options.LeastObservations))
                .Select(pair => new LearnedSpeed(pair.Key >> 1, (pair.Key & 1) == 0, Shrunk(pair.Value, options.HalfBelievedObservations), pair.Value.Count)),
        ];
    }

    private static double? LogFactor(in ArcTraversal traversal, LearnedSpeedsOptions options)
    {
        var seconds = (traversal.Left - traversal.Entered).TotalSeconds;
        if (traversal.ToFraction - traversal.FromFraction < options.LeastShare || traversal.Standing.Seconds > options.MostStandingSeconds || !(seconds > 0))
            return null;
        var factor = traversal.ProfileSeconds / seconds;
        return factor >= options.LeastFactor && factor <= options.MostFactor ? Math.Log(factor) : null;
    }

    private static double Shrunk(List<double> logarithms, double half)
    {
        logarithms.Sort();
        var middle = logarithms.Count / 2;
        var median = logarithms.Count % 2 == 1 ? logarithms[middle] : (logarithms[middle - 1] + logarithms[middle]) / 2;
        return Math.Exp(median * logarithms.Count / (logarithms.Count + half));
    }
}
