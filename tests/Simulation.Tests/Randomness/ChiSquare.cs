namespace Territory.Simulation.Tests.Randomness;

internal static class ChiSquare
{
    /// <summary>Pearson's statistic stays within 4.5 standard deviations of its mean; cells under 5 expected are joined to their left.</summary>
    public static void ShouldFit(IReadOnlyList<long> observed, IReadOnlyList<double> expected)
    {
        var statistic = 0.0;
        var cells = 0;
        var seen = 0.0;
        var due = 0.0;
        for (var index = 0; index < observed.Count; index++)
        {
            seen += observed[index];
            due += expected[index];
            if (due < 5 && index < observed.Count - 1)
                continue;
            statistic += (seen - due) * (seen - due) / Math.Max(due, 1);
            cells++;
            seen = due = 0;
        }

        var degrees = cells - 1;
        statistic.ShouldBeLessThan(degrees + (4.5 * Math.Sqrt(2.0 * degrees)) + 4);
    }
}
