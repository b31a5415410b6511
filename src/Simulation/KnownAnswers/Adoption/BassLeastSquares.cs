using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Adoption;

/// <summary>Nonlinear least squares of the Bass curve itself, free of the bias that the regression's time intervals bring.</summary>
/// <remarks>
/// Searched in the logarithms of M, p and q, from the regression's estimate and the best of a grid of starts.
/// Source: Srinivasan and Mason: "Nonlinear least squares estimation of new product diffusion models", Marketing Science 5, 1986.
/// </remarks>
public static class BassLeastSquares
{
    private static readonly double[] Markets = [1.05, 1.3, 2, 5];
    private static readonly double[] Innovations = [0.0005, 0.003, 0.02, 0.1];
    private static readonly double[] Imitations = [0.05, 0.2, 0.5, 1];

    /// <param name="sales">Of each period, at least four, not all 0.</param>
    /// <returns>The estimate, or null where the search met no end.</returns>
    public static BassEstimate? Fit(IReadOnlyList<double> sales, SalesReading reading = SalesReading.Increment)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(sales.Count, BassRegression.FewestPeriods);
        double[] Errors(double[] logs) => Residuals(sales, reading, logs);
        var best = Starts(sales)
            .OrderBy(start => Errors(start).Sum(error => error * error))
            .Take(4)
            .Select(start => LevenbergMarquardt.Fit(Errors, start))
            .MinBy(fit => fit.SumOfSquares)!;
        if (!best.Converged || !double.IsFinite(best.SumOfSquares))
            return null;
        double[] values = [.. best.Parameters.Select(SharedMath.Exp)];
        // The standard error of a value is the value times that of its logarithm, because the Jacobian scales likewise.
        var errors = LevenbergMarquardt.StandardErrors(Errors, best)?.Select((error, index) => error * values[index]).ToArray();
        return new BassEstimate(values[0], values[1], values[2], Math.Sqrt(best.SumOfSquares / (sales.Count - 3)), errors);
    }

    private static IEnumerable<double[]> Starts(IReadOnlyList<double> sales)
    {
        if (BassRegression.Fit(sales) is { Innovation: > 0, Imitation: > 0 } first)
            yield return [SharedMath.Log(first.Market), SharedMath.Log(first.Innovation), SharedMath.Log(first.Imitation)];
        var total = sales.Sum();
        foreach (var market in Markets)
        {
            foreach (var innovation in Innovations)
            {
                foreach (var imitation in Imitations)
                    yield return [SharedMath.Log(market * total), SharedMath.Log(innovation), SharedMath.Log(imitation)];
            }
        }
    }

    private static double[] Residuals(IReadOnlyList<double> sales, SalesReading reading, double[] logs)
    {
        var market = SharedMath.Exp(logs[0]);
        var curve = new BassCurve(SharedMath.Exp(logs[1]), SharedMath.Exp(logs[2]));
        var errors = new double[sales.Count];
        for (var period = 0; period < errors.Length; period++)
        {
            var share = reading == SalesReading.Rate
                ? curve.RateAt(period + 1)
                : curve.AdoptedBy(period + 1) - curve.AdoptedBy(period);
            errors[period] = sales[period] - (market * share);
        }

        return errors;
    }
}
