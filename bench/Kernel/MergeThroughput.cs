using Territory.Optimizer.Routing;

namespace Territory.Kernel.Benchmarks;

/// <summary>Joins of time-window segments a second: each day of 64 stops joined one by one, and inserted into by two joins of what is known of its halves.</summary>
internal sealed class MergeThroughput
{
    private const int Days = 64;
    private const int Stops = 64;

    private readonly TimeWindowSegment[] singles = new TimeWindowSegment[Days * Stops];
    private readonly TimeWindowSegment[] heads = new TimeWindowSegment[Days * Stops];
    private readonly TimeWindowSegment[] tails = new TimeWindowSegment[Days * Stops];
    private readonly int[] travel = new int[Days * Stops];

    public MergeThroughput()
    {
        var random = new Random(1);
        for (var i = 0; i < singles.Length; i++)
        {
            var early = random.Next(1_000);
            singles[i] = new TimeWindowSegment(10, 0, early, early + random.Next(500));
            travel[i] = random.Next(60);
        }
    }

    /// <summary>What the last pass came to, so that nothing of it can be left out.</summary>
    public long Checksum { get; private set; }

    /// <summary>Joins that each wait for the one before.</summary>
    public long Chained()
    {
        for (var day = 0; day < Days; day++)
        {
            var at = day * Stops;
            heads[at] = singles[at];
            for (var i = at + 1; i < at + Stops; i++)
                heads[i] = TimeWindowSegment.Merge(heads[i - 1], travel[i], singles[i]);
            tails[at + Stops - 1] = singles[at + Stops - 1];
            for (var i = at + Stops - 2; i >= at; i--)
                tails[i] = TimeWindowSegment.Merge(singles[i], travel[i], tails[i + 1]);
            Checksum += heads[at + Stops - 1].TimeWarp;
        }

        return 2 * Days * (Stops - 1);
    }

    /// <summary>Joins that do not wait for each other, as when places for a stop are priced.</summary>
    public long Independent()
    {
        long warp = 0;
        for (var i = 0; i < singles.Length - 1; i++)
            warp += TimeWindowSegment.Merge(TimeWindowSegment.Merge(heads[i], travel[i], singles[i]), travel[i + 1], tails[i + 1]).TimeWarp;
        Checksum += warp;
        return 2 * (singles.Length - 1);
    }

    /// <summary>The baseline: the same insertions by walking the rest of the day stop by stop.</summary>
    public long Walked()
    {
        long warp = 0;
        long inserted = 0;
        for (var day = 0; day < Days; day += 8)
        {
            for (var place = 0; place < Stops - 1; place++)
            {
                var joined = heads[(day * Stops) + place];
                for (var i = (day * Stops) + place; i < (day + 1) * Stops; i++)
                    joined = TimeWindowSegment.Merge(joined, travel[i], singles[i]);
                warp += joined.TimeWarp;
                inserted += 2;
            }
        }

        Checksum += warp;
        return inserted;
    }
}
