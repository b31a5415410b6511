namespace Territory.Simulation.Lab.Statistics;

/// <summary>One figure over all pairs, before it is judged beside the others.</summary>
internal sealed record PairedFigure(
    string Name, int Count, double Baseline, double Scenario, double Difference, double StandardDeviation, double VarianceReduction, double PValue)
{
    public static PairedFigure Of(string name, double[] baseline, double[] scenario)
    {
        var count = baseline.Length;
        var one = ConfidenceInterval.Of(baseline, 0.95);
        var other = ConfidenceInterval.Of(scenario, 0.95);
        var difference = ConfidenceInterval.Of([.. scenario.Zip(baseline, (s, b) => s - b)], 0.95);
        var apart = (one.StandardDeviation * one.StandardDeviation) + (other.StandardDeviation * other.StandardDeviation);
        var together = difference.StandardDeviation * difference.StandardDeviation;
        return new PairedFigure(
            name,
            count,
            one.Mean,
            other.Mean,
            difference.Mean,
            difference.StandardDeviation,
            apart > 0 ? 1 - (together / apart) : 0,
            PValueOf(difference));
    }

    public FigureComparison Compared(Judgement judgement)
    {
        var interval = Count < 2
            ? new ConfidenceInterval(Difference, double.PositiveInfinity, 0, Count, 1 - judgement.Level)
            : ConfidenceInterval.Of(Difference, StandardDeviation, Count, 1 - judgement.Level);
        var verdict = Count < 2 ? ComparisonVerdict.TooFewReplications
            : !judgement.IsSignificant ? ComparisonVerdict.NoSignificantDifference
            : Difference > 0 ? ComparisonVerdict.Higher
            : ComparisonVerdict.Lower;
        return new FigureComparison(Name, Baseline, Scenario, interval, PValue, judgement.AdjustedPValue, VarianceReduction, verdict);
    }

    /// <summary>Without any spread a difference is certain, and so is its absence.</summary>
    private static double PValueOf(ConfidenceInterval difference)
    {
        if (difference.Count < 2)
            return 1;
        if (difference.StandardDeviation == 0)
            return difference.Mean == 0 ? 1 : 0;
        return StudentDistribution.TwoSided(difference.Mean / (difference.StandardDeviation / Math.Sqrt(difference.Count)), difference.Count - 1);
    }
}
