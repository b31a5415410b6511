namespace Territory.Simulation.Mathematics;

/// <summary>A few linear equations with as many unknowns.</summary>
/// <remarks>Algorithm: Gauss's elimination with row pivoting, after scaling rows and columns by the diagonal. Complexity: cubic.</remarks>
internal static class SmallSystem
{
    private const double LeastPivot = 1e-14;

    /// <param name="matrix">Symmetric and positive definite, as a product J'J is.</param>
    /// <returns>The unknowns, or null where they are not determined.</returns>
    public static double[]? Solve(double[,] matrix, double[] values)
    {
        var count = values.Length;
        var scales = new double[count];
        for (var index = 0; index < count; index++)
        {
            scales[index] = Math.Sqrt(matrix[index, index]);
            if (!(scales[index] > 0) || !double.IsFinite(scales[index]))
                return null;
        }

        var rows = new double[count][];
        for (var row = 0; row < count; row++)
        {
            rows[row] = new double[count + 1];
            for (var column = 0; column < count; column++)
                rows[row][column] = matrix[row, column] / (scales[row] * scales[column]);
            rows[row][count] = values[row] / scales[row];
        }

        for (var column = 0; column < count; column++)
        {
            var pivot = column;
            for (var row = column + 1; row < count; row++)
            {
                if (Math.Abs(rows[row][column]) > Math.Abs(rows[pivot][column]))
                    pivot = row;
            }

            if (Math.Abs(rows[pivot][column]) < LeastPivot)
                return null;
            (rows[column], rows[pivot]) = (rows[pivot], rows[column]);
            for (var row = column + 1; row < count; row++)
            {
                var times = rows[row][column] / rows[column][column];
                for (var k = column; k <= count; k++)
                    rows[row][k] -= times * rows[column][k];
            }
        }

        var solution = new double[count];
        for (var row = count - 1; row >= 0; row--)
        {
            var sum = rows[row][count];
            for (var k = row + 1; k < count; k++)
                sum -= rows[row][k] * solution[k];
            solution[row] = sum / rows[row][row];
        }

        for (var index = 0; index < count; index++)
            solution[index] /= scales[index];
        return solution;
    }
}
