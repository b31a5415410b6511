namespace Territory.Simulation.Lab.Calibration;

/// <summary>The figures of a population as a cloud, and whether a point lies in it.</summary>
/// <remarks>
/// By Mahalanobis's distance from the weighted mean, under the weighted covariance: a point is in the cloud unless it lies further out than all but a few of its members.
/// No distribution is assumed. Complexity: members x figures squared. Source: Mahalanobis 1936.
/// </remarks>
internal sealed class FigureCloud
{
    /// <summary>The weight of the members that are as near as a point that is in the cloud.</summary>
    private const double InnerShare = 0.95;

    private const double LeastPart = 1e-10;

    private readonly double[] mean;
    private readonly double[,] triangle;
    private readonly double edge;

    private FigureCloud(double[][] rows, double[] weights)
    {
        mean = Moments.Mean(rows, weights);
        triangle = Triangle(Moments.Covariance(rows, weights));
        edge = Moments.Quantile([.. rows.Select(SquareOf)], weights, InnerShare);
    }

    /// <param name="rows">A row for each member.</param>
    /// <param name="kernel">The members' weights, of any sum above 0.</param>
    public static FigureCloud Of(double[][] rows, double[] kernel)
    {
        var total = kernel.Sum();
        return new FigureCloud(rows, [.. kernel.Select(weight => weight / total)]);
    }

    public bool Holds(double[] figures) => SquareOf(figures) <= edge;

    /// <summary>Lower triangle L with L L' the covariance (Cholesky); a direction in which the members hardly differ keeps a hair.</summary>
    private static double[,] Triangle(double[,] covariance)
    {
        var size = covariance.GetLength(0);
        var lower = new double[size, size];
        for (var i = 0; i < size; i++)
        {
            for (var j = 0; j <= i; j++)
            {
                var sum = covariance[i, j];
                for (var k = 0; k < j; k++)
                    sum -= lower[i, k] * lower[j, k];
                lower[i, j] = i == j ? Math.Sqrt(Math.Max(sum, (LeastPart * covariance[i, i]) + double.Epsilon)) : sum / lower[j, j];
            }
        }

        return lower;
    }

    private double SquareOf(double[] figures)
    {
        var steps = new double[mean.Length];
        var square = 0.0;
        for (var i = 0; i < steps.Length; i++)
        {
            var rest = figures[i] - mean[i];
            for (var j = 0; j < i; j++)
                rest -= triangle[i, j] * steps[j];
            steps[i] = rest / triangle[i, i];
            square += steps[i] * steps[i];
        }

        return square;
    }
}
