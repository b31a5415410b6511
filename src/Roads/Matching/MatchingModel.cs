using Territory.Roads.Search;
using Territory.Roads.Turns;

namespace Territory.Roads.Matching;

/// <summary>How likely places and moves are: the probabilities of the hidden Markov model, as logarithms without their constants.</summary>
/// <remarks>
/// A fix lies off its place by a normal distribution of standard deviation sigma; the length of the way between two places differs from the great circle between the fixes by an
/// exponential distribution of mean beta. The way is the fastest one. A place a little behind the one before on the same arc is noise of one who stands or creeps: it counts as a way of no length.
/// Source: Newson and Krumm, Hidden Markov map matching through noise and sparseness (2009), equations 1 and 2.
/// </remarks>
internal sealed class MatchingModel(MatchingOptions options, double sigmaMeters, double betaMeters)
{
    public const double Impossible = double.NegativeInfinity;

    /// <summary>How far noise may set a standing vehicle back along its arc: the difference of two fixes, three standard deviations.</summary>
    private const double BackSigmas = 4.25;

    public double SigmaMeters => sigmaMeters;

    public double BetaMeters => betaMeters;

    public double SigmaOf(TrackNode node) => node.AccuracySigmaMeters ?? sigmaMeters;

    public double Emission(TrackNode node, in RoadCandidate candidate)
    {
        var deviations = candidate.Snapped.DistanceMeters / SigmaOf(node);
        return -0.5 * deviations * deviations;
    }

    /// <summary>Turning round at a fix.</summary>
    public double TurnRound => -options.TurnRoundMeters / betaMeters;

    public double Transition(TrackNode from, in RoadCandidate source, TrackNode to, in RoadCandidate target, PathCost cost)
    {
        var straight = from.Location.MetersTo(to.Location);
        if (WayMeters(from, source, to, target, cost) is not { } meters)
            return Impossible;
        var difference = Math.Abs(meters - straight);

        // A fix may lie a radius off its place at either end, so only what is longer than that tells of speed.
        var slack = 2 * options.RadiusMeters;
        var seconds = (to.ArrivedMilliseconds - from.LeftMilliseconds) / 1000.0;
        return difference > options.MostDetourMeters || meters - slack > options.MostMetersPerSecond * seconds ? Impossible : -difference / betaMeters;
    }

    /// <summary>The length of the way between two places; null when there is none.</summary>
    public double? WayMeters(TrackNode from, in RoadCandidate source, TrackNode to, in RoadCandidate target, PathCost cost) =>
        IsSetBack(from, source, to, target) ? 0 : cost.IsReached ? cost.Centimeters / 100.0 : null;

    public bool IsSetBack(TrackNode from, in RoadCandidate source, TrackNode to, in RoadCandidate target) =>
        ArcPlace.IsBehind(source.Place, target.Place)
        && (source.Place.Before - target.Place.Before).Centimeters / 100.0 <= BackSigmas * Math.Max(SigmaOf(from), SigmaOf(to));
}
