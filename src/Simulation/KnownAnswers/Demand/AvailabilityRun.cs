using Territory.Simulation.KnownAnswers.Statistics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.Demand;

/// <summary>Shoppers one by one before a shelf on which each of two brands only sometimes stands.</summary>
public static class AvailabilityRun
{
    private const int Batches = 40;
    private const int ShoppersPerBatch = 20_000;

    /// <summary>The share of the first brand among those who buy.</summary>
    public static Estimate ShareOfFirst(double firstAvailability, double secondAvailability, double preference, long seed)
    {
        var key = EntityKey.Of("availability");
        var shares = new double[Batches];
        for (var batch = 0; batch < Batches; batch++)
        {
            int first = 0, buyers = 0;
            for (var shopper = 0; shopper < ShoppersPerBatch; shopper++)
            {
                var draw = Draw.Of(seed, DrawPurpose.KnownAnswer, key, (batch * ShoppersPerBatch) + shopper);
                var hasFirst = draw.NextUniform() < firstAvailability;
                var hasSecond = draw.NextUniform() < secondAvailability;
                var prefersFirst = draw.NextUniform() < preference;
                buyers += hasFirst || hasSecond ? 1 : 0;
                first += hasFirst && (!hasSecond || prefersFirst) ? 1 : 0;
            }

            shares[batch] = (double)first / buyers;
        }

        return Estimate.OfBatches(shares);
    }
}
