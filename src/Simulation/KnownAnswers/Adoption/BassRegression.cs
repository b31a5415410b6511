using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Adoption;

/// <summary>Bass's own estimation: ordinary least squares of a period's sales on what was sold before it and on its square.</summary>
/// <remarks>
/// S(t) = a + b N(t - 1) + c N(t - 1)^2; M is the positive root of a + b M + c M^2, p = a / M, q = -c M.
/// Source: Bass: "A new product growth for model consumer durables", Management Science 15, 1969.
/// </remarks>
public static class BassRegression
{
    public const int FewestPeriods = 4;

    /// <param name="sales">Of each period, at least four.</param>
    /// <returns>The estimate, or null where sales do not bend down with what has been sold, so that no market size follows from them.</returns>
    public static BassEstimate? Fit(IReadOnlyList<double> sales)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sales.Count, FewestPeriods);
        var before = new double[sales.Count];
        for (var period = 1; period < before.Length; period++)
            before[period] = before[period - 1] + sales[period - 1];
        var ones = before.Select(_ => 1.0).ToArray();
        if (LinearLeastSquares.Solve([ones, before, [.. before.Select(sold => sold * sold)]], sales) is not [var a, var b, var c])
            return null;
        var discriminant = (b * b) - (4 * a * c);
        if (c >= 0 || discriminant < 0)
            return null;
        var market = (-b - Math.Sqrt(discriminant)) / (2 * c);
        if (!(market > 0))
            return null;
        var squares = 0.0;
        for (var period = 0; period < before.Length; period++)
        {
            var error = sales[period] - (a + (b * before[period]) + (c * before[period] * before[period]));
            squares += error * error;
        }

        return new BassEstimate(market, a / market, -c * market, Math.Sqrt(squares / (sales.Count - 3)));
    }
}
