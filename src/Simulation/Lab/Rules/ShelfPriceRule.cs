using Territory.Simulation.Mathematics;

namespace Territory.Simulation.Lab.Rules;

/// <summary>A terminal's own price over the list price (终端售价), and what a call does to it (价格秩序).</summary>
/// <remarks>
/// Usual price: exp(spread z), z standard normal and the terminal's own for good: as often below the list as above. For some days after a call it is
/// 1 + (usual - 1)(1 - restored). Demand is multiplied by <see cref="PriceRule"/>'s factor of price over list. Source: lognormal price dispersion is
/// standard; that visits keep price order is trade practice, how long this project's.
/// </remarks>
public static class ShelfPriceRule
{
    public static float Usual(double u, double spread) => (float)SharedMath.Exp(spread * NormalDistribution.Quantile(u));

    public static float Kept(float usual, double restored) => (float)(1 + ((usual - 1) * (1 - restored)));

    public static bool IsKept(int day, int lastCall, int keepDays) => lastCall >= 0 && day - lastCall <= keepDays;

    /// <summary>What consumers pay beyond the list price, in minor units.</summary>
    public static long Difference(long atListPrice, float price) => (long)Math.Round(atListPrice * ((double)price - 1));
}
