using Territory.Simulation.KnownAnswers.Statistics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>Order-up-to with a moving average, played period by period: the variance of orders over that of demand.</summary>
/// <remarks>
/// Demand is an autoregression of the first order. Each period the level becomes lead time x the mean of the last periods' demand, and the
/// order brings the stock position up to it; a negative order returns stock, as in the closed form (Chen et al. 2000).
/// </remarks>
public static class BullwhipRun
{
    private const int Batches = 40;
    private const int PeriodsPerBatch = 20_000;
    private const double Mean = 100;
    private const double Deviation = 10;

    /// <param name="leadTime">Review included.</param>
    /// <param name="periods">In the moving average.</param>
    /// <param name="correlation">Of one period's demand with the next.</param>
    public static Estimate Ratio(int leadTime, int periods, double correlation, long seed)
    {
        var key = EntityKey.Of($"bullwhip {leadTime} {periods} {(int)(1000 * correlation)}");
        var demands = new double[periods];
        Array.Fill(demands, Mean);
        var demand = Mean;
        var sum = Mean * periods;
        var position = leadTime * Mean;
        var ratios = new double[Batches];
        for (var batch = 0; batch < Batches; batch++)
        {
            var spreadOfDemand = 0.0;
            var spreadOfOrders = 0.0;
            for (var period = 0; period < PeriodsPerBatch; period++)
            {
                var number = (batch * PeriodsPerBatch) + period;
                var draw = Draw.Of(seed, DrawPurpose.KnownAnswer, key, number);
                demand = Mean + (correlation * (demand - Mean)) + (Deviation * Normal.Sample(ref draw));
                var place = number % periods;
                sum += demand - demands[place];
                demands[place] = demand;
                var level = leadTime * sum / periods;
                var order = level - (position - demand);
                position = level;
                spreadOfDemand += (demand - Mean) * (demand - Mean);
                spreadOfOrders += (order - Mean) * (order - Mean);
            }

            ratios[batch] = spreadOfOrders / spreadOfDemand;
        }

        return Estimate.OfBatches(ratios);
    }
}
