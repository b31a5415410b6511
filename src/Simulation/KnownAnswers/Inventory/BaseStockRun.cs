using Territory.Simulation.KnownAnswers.Statistics;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>A base stock played customer by customer: Poisson arrivals, each unit sold ordered again at once, lead times drawn for each.</summary>
/// <remarks>What arriving customers find is what holds over time, because Poisson arrivals see time averages (Wolff 1982).</remarks>
public static class BaseStockRun
{
    private const int Batches = 40;
    private const int CustomersPerBatch = 20_000;

    /// <summary>The share of customers who find an empty shelf and leave.</summary>
    public static Estimate LostShare(double rate, int baseStock, LeadTimeLaw law, long seed) =>
        Play(rate, baseStock, law, keepsUnmet: false, seed);

    /// <summary>The share of customers who find stock on the shelf while the others wait for theirs.</summary>
    public static Estimate ReadyRate(double rate, int baseStock, LeadTimeLaw law, long seed)
    {
        var empty = Play(rate, baseStock, law, keepsUnmet: true, seed);
        return empty with { Mean = 1 - empty.Mean };
    }

    /// <summary>The share of customers who find an empty shelf.</summary>
    private static Estimate Play(double rate, int baseStock, LeadTimeLaw law, bool keepsUnmet, long seed)
    {
        var key = EntityKey.Of($"base stock {law} {keepsUnmet}");
        var arrivals = new List<double>();
        var unserved = new int[Batches];
        var now = 0.0;
        for (var customer = 0; customer < Batches * CustomersPerBatch; customer++)
        {
            var draw = Draw.Of(seed, DrawPurpose.KnownAnswer, key, customer);
            now -= SharedMath.Log(draw.NextUniform()) / rate;
            for (var order = arrivals.Count - 1; order >= 0; order--)
            {
                if (arrivals[order] > now)
                    continue;
                arrivals[order] = arrivals[^1];
                arrivals.RemoveAt(arrivals.Count - 1);
            }

            var isEmpty = arrivals.Count >= baseStock;
            if (isEmpty)
                unserved[customer / CustomersPerBatch]++;
            if (keepsUnmet || !isEmpty)
                arrivals.Add(now + LeadTime(law, ref draw));
        }

        return Estimate.OfBatches([.. unserved.Select(count => (double)count / CustomersPerBatch)]);
    }

    private static double LeadTime(LeadTimeLaw law, ref Draw draw) => law switch
    {
        LeadTimeLaw.Constant => 1,
        LeadTimeLaw.Exponential => -SharedMath.Log(draw.NextUniform()),
        _ => 2 * draw.NextUniform(),
    };
}
