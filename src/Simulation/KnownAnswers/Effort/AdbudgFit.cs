using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Effort;

/// <summary>Estimates an <see cref="AdbudgCurve"/> from observed effort and sales by nonlinear least squares.</summary>
/// <remarks>
/// Algorithm: over a grid of shapes and half efforts the least and most sales follow by ordinary least squares; from the best four the search
/// goes on in all four parameters. Half effort stands in for d, which it determines with c and beside which it is far less correlated.
/// </remarks>
public static class AdbudgFit
{
    public const int FewestObservations = 5;
    public const int FewestEfforts = 4;

    private static readonly double[] Shapes = [0.3, 0.5, 0.75, 1, 1.5, 2, 3, 4.5, 7];
    private static readonly double[] HalfEfforts = [0.05, 0.1, 0.2, 0.35, 0.5, 0.75, 1, 1.5, 3];

    /// <param name="observations">At least five, with at least four different efforts; none below 0.</param>
    /// <returns>The curve and its residual standard error, or null where the search met no end.</returns>
    public static (AdbudgCurve Curve, double ResidualStandardError)? Fit(IReadOnlyList<(double Effort, double Sales)> observations)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(observations.Count, FewestObservations);
        var best = Starts(observations)
            .OrderBy(start => SumOfSquares(observations, start))
            .Take(4)
            .Select(start => LevenbergMarquardt.Fit(parameters => Residuals(observations, parameters), start))
            .MinBy(fit => fit.SumOfSquares);
        if (best is null || !best.Converged || !double.IsFinite(best.SumOfSquares))
            return null;
        return (CurveOf(best.Parameters), Math.Sqrt(best.SumOfSquares / (observations.Count - 4)));
    }

    private static IEnumerable<double[]> Starts(IReadOnlyList<(double Effort, double Sales)> observations)
    {
        var largest = observations.Max(observation => observation.Effort);
        double[] sales = [.. observations.Select(observation => observation.Sales)];
        double[] ones = [.. sales.Select(_ => 1.0)];
        foreach (var shape in Shapes)
        {
            foreach (var half in HalfEfforts)
            {
                var unit = new AdbudgCurve(0, 1, shape, SharedMath.Pow(half * largest, shape));
                double[] effects = [.. observations.Select(observation => unit.SalesAt(observation.Effort))];
                if (LinearLeastSquares.Solve([ones, effects], sales) is [var least, var range])
                    yield return [least, range, SharedMath.Log(shape), SharedMath.Log(half * largest)];
            }
        }
    }

    private static AdbudgCurve CurveOf(IReadOnlyList<double> parameters)
    {
        var shape = SharedMath.Exp(parameters[2]);
        return new AdbudgCurve(parameters[0], parameters[0] + parameters[1], shape, SharedMath.Exp(shape * parameters[3]));
    }

    private static double[] Residuals(IReadOnlyList<(double Effort, double Sales)> observations, IReadOnlyList<double> parameters)
    {
        var curve = CurveOf(parameters);
        return [.. observations.Select(observation => observation.Sales - curve.SalesAt(observation.Effort))];
    }

    private static double SumOfSquares(IReadOnlyList<(double Effort, double Sales)> observations, double[] parameters) =>
        Residuals(observations, parameters).Sum(error => error * error);
}
