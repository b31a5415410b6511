namespace Territory.Simulation.Lab.Statistics;

/// <summary>How one of several p-values was judged.</summary>
/// <param name="Level">The alpha it was judged at.</param>
internal readonly record struct Judgement(double Level, double AdjustedPValue, bool IsSignificant)
{
    /// <param name="alpha">Of the whole family.</param>
    public static Judgement[] Of(double[] pValues, double alpha, MultipleTests correction)
    {
        if (correction == MultipleTests.Holm)
            return Holm(pValues, alpha);
        var share = correction == MultipleTests.Bonferroni ? pValues.Length : 1;
        return [.. pValues.Select(value => new Judgement(alpha / share, Math.Min(1, share * value), value <= alpha / share))];
    }

    private static Judgement[] Holm(double[] pValues, double alpha)
    {
        var judgements = new Judgement[pValues.Length];
        var order = Enumerable.Range(0, pValues.Length).OrderBy(figure => pValues[figure]).ThenBy(figure => figure).ToArray();
        var (adjusted, isOpen, level) = (0.0, true, alpha);
        for (var rank = 0; rank < order.Length; rank++)
        {
            var value = pValues[order[rank]];
            var left = order.Length - rank;
            adjusted = Math.Max(adjusted, Math.Min(1, left * value));
            // From the first that shows nothing on, all are judged at its level.
            if (isOpen)
                level = alpha / left;
            isOpen &= value <= level;
            judgements[order[rank]] = new Judgement(level, adjusted, isOpen);
        }

        return judgements;
    }
}
