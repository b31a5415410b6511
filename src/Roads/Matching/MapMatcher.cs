using System.Collections.Concurrent;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Roads.Hierarchy;
using Territory.Roads.Network;

namespace Territory.Roads.Matching;

/// <summary>Lays tracks of fixes onto the roads that were driven (地图匹配): actual kilometres, and how long each road took. Safe to share between threads.</summary>
/// <remarks>
/// Algorithm: a hidden Markov model whose states are places on directions of segments near each fix. Where sigma or beta is not given, the track is decoded twice, the second time with
/// estimates from the first. A vehicle may turn round at a fix, at a price, or at a junction.
/// Complexity: about the square of the candidates for each fix. Source: Newson and Krumm, Hidden Markov map matching through noise and sparseness (2009).
/// </remarks>
public sealed class MapMatcher
{
    private readonly RoadNetwork network;
    private readonly TravelMode mode;
    private readonly MatchingOptions options;
    private readonly RoadHierarchy hierarchy;
    private readonly ConcurrentBag<RouteLengths> idle = [];

    public MapMatcher(RoadNetwork network, TravelMode mode, MatchingOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(network);
        this.network = network;
        this.mode = mode;
        this.options = options ?? new MatchingOptions();
        this.options.Validate();
        hierarchy = network.HierarchyFor(mode);
    }

    /// <param name="fixes">In order of time.</param>
    /// <exception cref="Territory.Model.Problems.InvalidInputException">A fix is no position, is not later than the one before, or has an unusable accuracy; lists all of them.</exception>
    public MatchedTrack Match(IReadOnlyList<GpsFix> fixes, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(fixes);
        FixCheck.Require(fixes);
        var reading = TrackReading.Of(fixes, options, network, hierarchy.Graph, mode);
        if (!idle.TryTake(out var lengths))
            lengths = new RouteLengths(hierarchy);
        var trellis = new TrackTrellis(reading.Nodes, lengths);
        var model = NoiseEstimate.First(reading.Nodes, options);
        var sequences = ViterbiDecoder.Decode(trellis, model, options, cancellationToken);
        if (NoiseEstimate.Second(trellis, sequences, model, options) is { } better)
        {
            model = better;
            sequences = ViterbiDecoder.Decode(trellis, model, options, cancellationToken);
        }

        var origin = fixes.Count > 0 ? fixes[0].Time : default;
        var assembly = new PartAssembly(network.Tables, hierarchy.Graph, lengths.Point, origin);
        MatchedPart[] parts = [.. sequences.Select(sequence => assembly.Assemble(trellis, sequence, model))];
        idle.Add(lengths);
        return new MatchedTrack(mode, Fixes(reading, sequences), parts, Gaps(fixes, parts), model.SigmaMeters, model.BetaMeters);
    }

    private static MatchedFix[] Fixes(TrackReading reading, List<MatchedSequence> sequences)
    {
        var matched = new MatchedFix[reading.Outcomes.Length];
        for (var fix = 0; fix < matched.Length; fix++)
            matched[fix] = new MatchedFix(reading.Outcomes[fix] == FixOutcome.Matched ? FixOutcome.Outlier : reading.Outcomes[fix], null, -1);
        for (var part = 0; part < sequences.Count; part++)
        {
            for (var i = 0; i < sequences[part].Nodes.Length; i++)
            {
                var node = reading.Nodes[sequences[part].Nodes[i]];
                var candidate = node.Candidates[sequences[part].Candidates[i]];
                var snapped = candidate.Snapped;
                var place = new MatchedPlace(snapped.Segment, (candidate.Arc & 1) == 0, snapped.Fraction, snapped.Location, snapped.DistanceMeters);
                matched[node.Fix] = new MatchedFix(FixOutcome.Matched, place, part);
            }
        }

        return matched;
    }

    private static TrackGap[] Gaps(IReadOnlyList<GpsFix> fixes, MatchedPart[] parts)
    {
        var gaps = new TrackGap[Math.Max(0, parts.Length - 1)];
        for (var i = 0; i < gaps.Length; i++)
        {
            var (last, next) = (parts[i].LastFix, parts[i + 1].FirstFix);
            gaps[i] = new TrackGap(last, next, fixes[next].Time - fixes[last].Time, new Distance((int)Math.Round(fixes[last].Location.MetersTo(fixes[next].Location))));
        }

        return gaps;
    }
}
