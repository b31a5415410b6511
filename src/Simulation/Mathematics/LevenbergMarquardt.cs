namespace Territory.Simulation.Mathematics;

/// <summary>Nonlinear least squares from a starting point.</summary>
/// <remarks>
/// Algorithm: Gauss and Newton steps, damped by a multiple of the diagonal of J'J that falls after a gain and grows after a loss; the Jacobian by
/// central differences. Complexity: 2 evaluations a parameter and iteration.
/// Source: Levenberg 1944; Marquardt: "An algorithm for least-squares estimation of nonlinear parameters", 1963.
/// </remarks>
public static class LevenbergMarquardt
{
    private const int MostIterations = 1_000;
    private const double LeastGain = 1e-15;
    private const double MostDamping = 1e12;

    /// <param name="residuals">Of the parameters; a value that is not finite marks parameters that may not be taken.</param>
    public static LeastSquaresFit Fit(Func<double[], double[]> residuals, IReadOnlyList<double> start)
    {
        double[] at = [.. start];
        var errors = residuals(at);
        var sum = SumOfSquares(errors);
        var damping = 1e-3;
        for (var iteration = 0; iteration < MostIterations; iteration++)
        {
            var jacobian = Jacobian(residuals, at);
            var gained = 0.0;
            while (damping < MostDamping)
            {
                if (Step(jacobian, errors, damping) is { } step)
                {
                    double[] next = [.. at.Select((value, index) => value + step[index])];
                    var nextErrors = residuals(next);
                    var nextSum = SumOfSquares(nextErrors);
                    if (nextSum < sum)
                    {
                        gained = sum - nextSum;
                        (at, errors, sum) = (next, nextErrors, nextSum);
                        damping = Math.Max(1e-15, damping / 10);
                        break;
                    }
                }

                damping *= 10;
            }

            if (gained <= LeastGain * sum)
                return new LeastSquaresFit(at, sum, Converged: true);
        }

        return new LeastSquaresFit(at, sum, Converged: false);
    }

    /// <summary>Standard errors of the parameters: the roots of the diagonal of s^2 (J'J)^-1; null where they are not determined.</summary>
    public static double[]? StandardErrors(Func<double[], double[]> residuals, LeastSquaresFit fit)
    {
        var jacobian = Jacobian(residuals, [.. fit.Parameters]);
        var count = jacobian.Length;
        var variance = fit.SumOfSquares / (jacobian[0].Length - count);
        var errors = new double[count];
        for (var index = 0; index < count; index++)
        {
            var unit = new double[count];
            unit[index] = 1;
            if (SmallSystem.Solve(Products(jacobian), unit) is not { } column || !(column[index] >= 0))
                return null;
            errors[index] = Math.Sqrt(variance * column[index]);
        }

        return errors;
    }

    private static double[]? Step(double[][] jacobian, double[] errors, double damping)
    {
        var products = Products(jacobian);
        var gradient = new double[jacobian.Length];
        for (var index = 0; index < gradient.Length; index++)
        {
            products[index, index] *= 1 + damping;
            for (var row = 0; row < errors.Length; row++)
                gradient[index] -= jacobian[index][row] * errors[row];
        }

        return SmallSystem.Solve(products, gradient);
    }

    /// <summary>A column a parameter.</summary>
    private static double[][] Jacobian(Func<double[], double[]> residuals, double[] at)
    {
        var columns = new double[at.Length][];
        for (var index = 0; index < at.Length; index++)
        {
            var width = 1e-6 * Math.Max(1e-3, Math.Abs(at[index]));
            double[] moved = [.. at];
            moved[index] = at[index] + width;
            var after = residuals(moved);
            moved[index] = at[index] - width;
            var before = residuals(moved);
            columns[index] = [.. after.Select((value, row) => (value - before[row]) / (2 * width))];
        }

        return columns;
    }

    private static double[,] Products(double[][] columns)
    {
        var products = new double[columns.Length, columns.Length];
        for (var a = 0; a < columns.Length; a++)
        {
            for (var b = 0; b < columns.Length; b++)
            {
                for (var row = 0; row < columns[a].Length; row++)
                    products[a, b] += columns[a][row] * columns[b][row];
            }
        }

        return products;
    }

    /// <summary>Infinite where a residual is not finite, so that such a point is never taken.</summary>
    private static double SumOfSquares(double[] errors)
    {
        var sum = 0.0;
        foreach (var error in errors)
            sum += error * error;
        return double.IsFinite(sum) ? sum : double.PositiveInfinity;
    }
}
