namespace Territory.Simulation.Lab.Calibration;

/// <summary>Means, covariances and quantiles of weighted values; weights sum to 1.</summary>
internal static class Moments
{
    public static double[] Mean(IReadOnlyList<double[]> rows, IReadOnlyList<double> weights)
    {
        var mean = new double[rows[0].Length];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var column = 0; column < mean.Length; column++)
                mean[column] += weights[row] * rows[row][column];
        }

        return mean;
    }

    public static double[,] Covariance(IReadOnlyList<double[]> rows, IReadOnlyList<double> weights)
    {
        var mean = Mean(rows, weights);
        var covariance = new double[mean.Length, mean.Length];
        for (var row = 0; row < rows.Count; row++)
        {
            for (var i = 0; i < mean.Length; i++)
            {
                for (var j = 0; j <= i; j++)
                    covariance[i, j] += weights[row] * (rows[row][i] - mean[i]) * (rows[row][j] - mean[j]);
            }
        }

        for (var i = 0; i < mean.Length; i++)
        {
            for (var j = 0; j < i; j++)
                covariance[j, i] = covariance[i, j];
        }

        return covariance;
    }

    /// <summary>The value up to which the weights reach the share, between neighbours by straight lines through the middles of their weights.</summary>
    public static double Quantile(IReadOnlyList<double> values, IReadOnlyList<double> weights, double share)
    {
        var order = Enumerable.Range(0, values.Count).OrderBy(index => values[index]).ThenBy(index => index).ToArray();
        var (before, last) = (0.0, 0.0);
        for (var rank = 0; rank < order.Length; rank++)
        {
            var middle = before + (0.5 * weights[order[rank]]);
            if (middle >= share)
            {
                if (rank == 0 || middle <= last)
                    return values[order[rank]];
                var part = (share - last) / (middle - last);
                return values[order[rank - 1]] + (part * (values[order[rank]] - values[order[rank - 1]]));
            }

            last = middle;
            before += weights[order[rank]];
        }

        return values[order[^1]];
    }
}
