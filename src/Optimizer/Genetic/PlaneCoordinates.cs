using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Genetic;

/// <summary>Where the locations lie in a plane whose distances resemble those of the matrix, for problems that state no coordinates.</summary>
/// <remarks>
/// Algorithm: classical scaling: the two leading eigenvectors of the doubly centred matrix of squared distances, by power iteration from a fixed vector.
/// Complexity: O(locations²). Source: Torgerson (1952).
/// </remarks>
internal sealed class PlaneCoordinates
{
    private const int Steps = 60;

    public PlaneCoordinates(ProblemData data)
    {
        var n = data.LocationCount;
        var products = CentredProducts(data);
        X = Leading(products, n);
        var value = Product(products, X, n, new double[n]);
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                products[(i * n) + j] -= value * X[i] * X[j];
        }

        Y = Leading(products, n);
        var second = Product(products, Y, n, new double[n]);
        // Only directions are asked for, so one of the axes may keep its unit.
        var ratio = value > 0 && second > 0 ? Math.Sqrt(second / value) : 0;
        for (var i = 0; i < n; i++)
            Y[i] *= ratio;
    }

    public double[] X { get; }

    public double[] Y { get; }

    /// <summary>A number from 0 to 4 that grows with the angle of a direction, without trigonometry.</summary>
    public static double Angle(double x, double y)
    {
        var size = Math.Abs(x) + Math.Abs(y);
        if (size == 0)
            return 0;
        var part = y / size;
        return x < 0 ? 2 - part : part >= 0 ? part : 4 + part;
    }

    private static double[] CentredProducts(ProblemData data)
    {
        var n = data.LocationCount;
        var cells = new double[n * n];
        var means = new double[n];
        double mean = 0;
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
            {
                double distance = i == j ? 0 : Math.Min(data.DistanceBetween(i, j), data.DistanceBetween(j, i));
                cells[(i * n) + j] = distance * distance;
                means[i] += distance * distance / n;
            }

            mean += means[i] / n;
        }

        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                cells[(i * n) + j] = -0.5 * (cells[(i * n) + j] - means[i] - means[j] + mean);
        }

        return cells;
    }

    private static double[] Leading(double[] cells, int n)
    {
        var vector = new double[n];
        for (var i = 0; i < n; i++)
            vector[i] = 1 + ((i * 37) % 101);
        var image = new double[n];
        for (var step = 0; step < Steps; step++)
        {
            Product(cells, vector, n, image);
            double size = 0;
            for (var i = 0; i < n; i++)
                size += image[i] * image[i];
            if (size == 0)
                return image;
            size = Math.Sqrt(size);
            for (var i = 0; i < n; i++)
                vector[i] = image[i] / size;
        }

        return vector;
    }

    /// <summary>Writes the image of a vector and returns its product with it.</summary>
    private static double Product(double[] cells, double[] vector, int n, double[] image)
    {
        double product = 0;
        for (var i = 0; i < n; i++)
        {
            double sum = 0;
            for (var j = 0; j < n; j++)
                sum += cells[(i * n) + j] * vector[j];
            image[i] = sum;
            product += sum * vector[i];
        }

        return product;
    }
}
