namespace Territory.Optimizer.LocalSearch;

/// <summary>What a unit of broken capacity, and a unit of time warp or of a too long day, cost beside the objective.</summary>
/// <param name="Load">In parts of a unit of cost, <see cref="Parts"/> of them to one: where loads are large and roads short a whole unit is too coarse.</param>
/// <remarks>
/// A search that may pass through routes which break a rule pays for it here and raises the weights until it ends where none is broken.
/// Source: Vidal, Crainic, Gendreau and Prins (2013).
/// </remarks>
internal readonly record struct PenaltyWeights(long Load, long Time)
{
    public const int Parts = 1 << PartBits;

    private const int PartBits = 6;

    /// <summary>More than this many units cost no more: sums stay within a long.</summary>
    private const long MostUnits = 1L << 32;
    private const long LargestWeight = 1L << 22;

    /// <summary>No rule may be broken at any price.</summary>
    public static PenaltyWeights Forbidding => new(-1, -1);

    /// <summary>Weights within the range in which sums stay exact.</summary>
    public static PenaltyWeights Of(long load, long time) => OfParts(load * Parts, time * Parts);

    public static PenaltyWeights OfParts(long load, long time) => new(Math.Clamp(load, 1, LargestWeight * Parts), Math.Clamp(time, 1, LargestWeight * Parts));

    public static long Cost(long weight, long excess)
    {
        if (excess <= 0)
            return 0;
        return weight < 0 ? LinkedRoutes.Impossible : (Math.Min(excess, MostUnits) * weight) >> PartBits;
    }
}
