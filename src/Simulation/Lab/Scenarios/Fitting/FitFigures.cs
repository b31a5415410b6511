namespace Territory.Simulation.Lab.Scenarios.Fitting;

/// <summary>What a market's weeks come to in the few figures that parameters are fitted by.</summary>
internal static class FitFigures
{
    /// <param name="rows">A row for each square, then a row for each region's first deliveries.</param>
    public static double[] Of(double[][] rows, int squares, int weeksPerBlock)
    {
        var weeks = rows[0].Length;
        var figures = new List<double>();
        for (var week = 0; week < weeks; week += weeksPerBlock)
        {
            var until = Math.Min(weeks, week + weeksPerBlock);
            figures.Add(Sum(rows.AsSpan(0, squares), week, until));
            foreach (var region in rows.AsSpan(squares))
                figures.Add(Sum([region], week, until));
        }

        // How unevenly the squares were supplied over all weeks: spread over them in parts of the mean.
        var totals = rows.Take(squares).Select(row => row.Sum()).ToArray();
        var mean = totals.Average();
        figures.Add(mean == 0 ? 0 : Math.Sqrt(totals.Average(total => (total - mean) * (total - mean))) / mean);
        return [.. figures];
    }

    private static double Sum(ReadOnlySpan<double[]> rows, int from, int until)
    {
        var sum = 0.0;
        foreach (var row in rows)
        {
            for (var week = from; week < until; week++)
                sum += row[week];
        }

        return sum;
    }
}
