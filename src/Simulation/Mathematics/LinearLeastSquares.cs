namespace Territory.Simulation.Mathematics;

/// <summary>Ordinary least squares.</summary>
/// <remarks>
/// Algorithm: modified Gram and Schmidt orthogonalisation of the columns, scaled first, then back substitution. Complexity: rows x columns^2.
/// Source: Björck: "Numerical Methods for Least Squares Problems", 1996.
/// </remarks>
public static class LinearLeastSquares
{
    private const double LeastPivot = 1e-12;

    /// <param name="columns">The regressors, a column each.</param>
    /// <returns>The coefficients, or null where the columns depend on each other to rounding.</returns>
    public static double[]? Solve(IReadOnlyList<double[]> columns, IReadOnlyList<double> values)
    {
        var count = columns.Count;
        var scales = columns.Select(Norm).ToArray();
        if (scales.Any(scale => !(scale > 0)))
            return null;
        var basis = columns.Select((column, index) => column.Select(value => value / scales[index]).ToArray()).ToArray();
        var triangle = new double[count, count];
        var rest = values.ToArray();
        var projections = new double[count];
        for (var column = 0; column < count; column++)
        {
            var norm = Norm(basis[column]);
            if (norm < LeastPivot)
                return null;
            triangle[column, column] = norm;
            Scale(basis[column], 1 / norm);
            for (var later = column + 1; later < count; later++)
            {
                triangle[column, later] = Product(basis[column], basis[later]);
                Subtract(basis[later], basis[column], triangle[column, later]);
            }

            projections[column] = Product(basis[column], rest);
            Subtract(rest, basis[column], projections[column]);
        }

        var coefficients = new double[count];
        for (var column = count - 1; column >= 0; column--)
        {
            var sum = projections[column];
            for (var later = column + 1; later < count; later++)
                sum -= triangle[column, later] * coefficients[later];
            coefficients[column] = sum / triangle[column, column];
        }

        return [.. coefficients.Select((value, index) => value / scales[index])];
    }

    private static double Norm(double[] vector) => Math.Sqrt(Product(vector, vector));

    private static double Product(double[] a, double[] b)
    {
        var sum = 0.0;
        for (var row = 0; row < a.Length; row++)
            sum += a[row] * b[row];
        return sum;
    }

    private static void Scale(double[] vector, double factor)
    {
        for (var row = 0; row < vector.Length; row++)
            vector[row] *= factor;
    }

    private static void Subtract(double[] from, double[] vector, double times)
    {
        for (var row = 0; row < from.Length; row++)
            from[row] -= times * vector[row];
    }
}
