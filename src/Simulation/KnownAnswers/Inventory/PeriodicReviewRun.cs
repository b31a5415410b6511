using Territory.Simulation.KnownAnswers.Statistics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>An (s, S) policy played period by period under Poisson demand: what <see cref="PeriodicReview"/> says it costs.</summary>
public static class PeriodicReviewRun
{
    private const int Batches = 40;
    private const int PeriodsPerBatch = 15_000;

    public static Estimate Cost(
        double mean, double holding, double shortage, double setup, int reorderPoint, int orderUpTo, long seed)
    {
        var costs = new double[Batches];
        var stock = orderUpTo;
        var key = EntityKey.Of("(s,S) demand");
        for (var period = 0; period < Batches * PeriodsPerBatch; period++)
        {
            var cost = 0.0;
            if (stock <= reorderPoint)
            {
                stock = orderUpTo;
                cost = setup;
            }

            var draw = Draw.Of(seed, DrawPurpose.KnownAnswer, key, period);
            stock -= Poisson.Sample(ref draw, mean);
            costs[period / PeriodsPerBatch] += cost + (stock > 0 ? holding * stock : -shortage * stock);
        }

        return Estimate.OfBatches([.. costs.Select(cost => cost / PeriodsPerBatch)]);
    }
}
