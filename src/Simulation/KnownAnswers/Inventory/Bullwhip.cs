using Territory.Simulation.Mathematics;

namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>How much an ordering rule amplifies the variance of demand (牛鞭效应).</summary>
public static class Bullwhip
{
    /// <summary>Order-up-to with a moving average: 1 + (2 L / p + 2 L^2 / p^2)(1 - rho^p).</summary>
    /// <remarks>Exact for iid demand and no safety term, else a lower bound. Source: Chen, Drezner, Ryan, Simchi-Levi 2000.</remarks>
    /// <param name="leadTime">L, review included.</param>
    /// <param name="periods">p, periods in the average.</param>
    /// <param name="correlation">rho, of one period's demand with the next.</param>
    public static double MovingAverage(int leadTime, int periods, double correlation)
    {
        var ratio = (double)leadTime / periods;
        var decay = correlation >= 0
            ? SharedMath.Pow(correlation, periods)
            : SharedMath.Pow(-correlation, periods) * (periods % 2 == 0 ? 1 : -1);
        return 1 + (((2 * ratio) + (2 * ratio * ratio)) * (1 - decay));
    }

    /// <summary>
    /// The multiple-of-last-sales rule before its cut at zero: q = (1 + m) d(t) - m d(t - 1), so (1 + m)^2 + m^2; 8.5 for the 1.5x rule.
    /// </summary>
    public static double MultipleOfLastSales(double multiple) => ((1 + multiple) * (1 + multiple)) + (multiple * multiple);
}
