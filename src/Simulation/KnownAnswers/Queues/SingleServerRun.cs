using Territory.Simulation.KnownAnswers.Statistics;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.KnownAnswers.Queues;

/// <summary>What a simulated queue gave over a time that begins and ends with nobody in it.</summary>
/// <param name="TimeInSystem">Of the customers.</param>
/// <param name="NumberInSystem">Over time.</param>
/// <param name="ArrivalRate">Customers over time.</param>
/// <param name="MeanTime">Of all customers, without the cut into batches.</param>
/// <param name="MeanNumber">Over the whole time.</param>
public sealed record SingleServerRun(Estimate TimeInSystem, Estimate NumberInSystem, double ArrivalRate, double MeanTime, double MeanNumber)
{
    private const int Batches = 40;
    private const int CustomersPerBatch = 50_000;

    /// <summary>Customers one by one; the number in the system is summed over time on its own, so that Little's law is a finding.</summary>
    public static SingleServerRun Of(SingleServerQueue queue, long seed)
    {
        var key = EntityKey.Of("M/M/1");
        var present = new Queue<double>();
        var times = new double[Batches];
        var numbers = new double[Batches];
        double now = 0, free = 0, allTime = 0, allArea = 0, area = 0, batchStart = 0;
        var customers = 0;
        void PassTo(double time)
        {
            while (present.Count > 0 && present.Peek() <= time)
            {
                area += present.Count * (present.Peek() - now);
                now = present.Dequeue();
            }

            area += present.Count * (time - now);
            now = time;
        }

        while (true)
        {
            var (batch, index) = Math.DivRem(customers, CustomersPerBatch);
            var draw = Draw.At(seed, DrawPurpose.KnownAnswer, key, new(batch), index);
            PassTo(now - (SharedMath.Log(draw.NextUniform()) / queue.ArrivalRate));
            if (batch >= Batches && present.Count == 0)
                return new SingleServerRun(Estimate.OfBatches(times), Estimate.OfBatches(numbers), customers / free, allTime / customers, (allArea + area) / free);
            free = Math.Max(now, free) - (SharedMath.Log(draw.NextUniform()) / queue.ServiceRate);
            present.Enqueue(free);
            customers++;
            allTime += free - now;
            if (batch < Batches)
                times[batch] += (free - now) / CustomersPerBatch;
            allArea += area;
            if (batch < Batches)
                numbers[batch] += area;
            area = 0;
            if (index == CustomersPerBatch - 1 && batch < Batches)
            {
                numbers[batch] /= now - batchStart;
                batchStart = now;
            }
        }
    }
}
