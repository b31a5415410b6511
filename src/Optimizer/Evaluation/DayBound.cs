using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>What further stops on a day exceed limits by at least, and cost at least, from the timing of the day's beginnings and ends.</summary>
/// <remarks>
/// The day is driven at full speed without breaks and set-ups, and a stop of several windows may be served from the first to the last. Whoever goes on late is late by no less in all than joined segments
/// would have to give back. Complexity: O(entries) once, O(1) a place.
/// </remarks>
internal sealed class DayBound
{
    private readonly ProblemData data;
    private readonly int typeIndex;
    private readonly VehicleType type;
    private readonly int[] entries;
    private readonly int[] tripOf;
    private readonly TimeWindowSegment[] heads;
    private readonly TimeWindowSegment[] tails;
    private readonly long[] loads;
    private readonly long distance;
    private readonly int stopCount;

    /// <summary>The longest limit that a lateness may be a share of; none where some lateness has a price.</summary>
    private readonly long longestLimit;

    /// <param name="latestWindow">The latest end of a window of the problem that ends.</param>
    public DayBound(ProblemData data, int typeIndex, int[] entries, long latestWindow)
    {
        (this.data, this.typeIndex, this.entries) = (data, typeIndex, entries);
        type = data.VehicleTypes[typeIndex];
        (tripOf, heads, tails) = (new int[entries.Length], new TimeWindowSegment[entries.Length], new TimeWindowSegment[entries.Length]);
        for (var i = 1; i < entries.Length; i++)
        {
            var isReload = entries[i] < data.DepotCount && i < entries.Length - 1;
            tripOf[i] = tripOf[i - 1] + (isReload ? 1 : 0);
            stopCount += entries[i] < data.DepotCount ? 0 : 1;
            distance += Known(data.DistancesOf(typeIndex).Between(entries[i - 1], entries[i]));
        }

        loads = new long[(tripOf[^1] + 1) * data.Dimensions];
        for (var i = 0; i < entries.Length; i++)
        {
            for (var d = 0; d < data.Dimensions; d++)
                loads[(tripOf[i] * data.Dimensions) + d] += data.Demand[(entries[i] * data.Dimensions) + d];
        }

        longestLimit = LongestLimit(latestWindow);
        heads[0] = Segment(0);
        for (var i = 1; i < entries.Length; i++)
            heads[i] = TimeWindowSegment.Merge(heads[i - 1], Drive(entries[i - 1], entries[i]), Segment(i));
        tails[^1] = Segment(entries.Length - 1);
        for (var i = entries.Length - 2; i >= 0; i--)
            tails[i] = TimeWindowSegment.Merge(Segment(i), Drive(entries[i], entries[i + 1]), tails[i + 1]);
    }

    /// <summary>One stop before an entry.</summary>
    public (long Share, long Cost) Of(int location, int at)
    {
        var (from, to) = (entries[at - 1], entries[at]);
        var detour = Length(from, location) + Length(location, to) - Length(from, to);
        var share = ShareOfLoad(location, at) + ShareOfNumbers(1, detour);
        if (longestLimit > 0)
        {
            var joined = TimeWindowSegment.Merge(heads[at - 1], Drive(from, location), Segment(location, Window(location)));
            joined = TimeWindowSegment.Merge(joined, Drive(location, to), tails[at]);
            share += ShareOfTimes(joined);
        }

        return (share, CostOf(detour));
    }

    /// <summary>A shipment, its stops before two entries of one trip.</summary>
    public (long Share, long Cost) Of(int pickup, int at, int delivery, int then)
    {
        var detour = at == then
            ? Length(entries[at - 1], pickup) + Length(pickup, delivery) + Length(delivery, entries[at]) - Length(entries[at - 1], entries[at])
            : Length(entries[at - 1], pickup) + Length(pickup, entries[at]) - Length(entries[at - 1], entries[at])
                + Length(entries[then - 1], delivery) + Length(delivery, entries[then]) - Length(entries[then - 1], entries[then]);
        return (ShareOfNumbers(2, detour), CostOf(detour));
    }

    private long CostOf(long detour) => (type.CostPerDistance * detour) + (stopCount == 0 ? type.FixedCost : 0);

    private long ShareOfLoad(int location, int at)
    {
        if (data.HasLoadProfile)
            return 0;
        long share = 0;
        for (var d = 0; d < data.Dimensions; d++)
            share += Relaxation.ShareOf(loads[(tripOf[at - 1] * data.Dimensions) + d] + data.Demand[(location * data.Dimensions) + d] - type.Capacity[d], type.Capacity[d]);
        return share;
    }

    private long ShareOfNumbers(int stops, long detour) =>
        Relaxation.ShareOf((long)stopCount + stops - type.MaxStops, type.MaxStops) + Relaxation.ShareOf(distance + detour - type.MaxDistance, type.MaxDistance);

    /// <summary>The shares that a walk adds up are each rounded down.</summary>
    private long ShareOfTimes(in TimeWindowSegment joined) =>
        Math.Max(0, Relaxation.ShareOf(joined.TimeWarp, longestLimit) - entries.Length - 1) + Relaxation.ShareOf(joined.Duration - joined.TimeWarp - type.MaxDuration, type.MaxDuration);

    private long LongestLimit(long latestWindow)
    {
        if (!data.IsTimed || data.CostsStart || type.OvertimeCostPerDuration > 0)
            return 0;
        var latest = Math.Max(Finite(type.LatestEnd), Finite(type.Start.Late));
        latest = Math.Max(latest, Finite(data.Depots[type.StartDepot].Reloading.Late));
        return Math.Max(0, Math.Max(latest, latestWindow) - type.Start.Early);
    }

    private static long Finite(long late) => late < Interval.Unbounded ? late : 0;

    private TimeWindowSegment Segment(int at) => at == 0 ? new TimeWindowSegment(0, 0, type.Start.Early, type.Start.Late)
        : at == entries.Length - 1 ? new TimeWindowSegment(0, 0, 0, type.LatestEnd)
        : entries[at] < data.DepotCount ? new TimeWindowSegment(type.ReloadDuration, 0, data.Depots[type.StartDepot].Reloading.Early, data.Depots[type.StartDepot].Reloading.Late)
        : Segment(entries[at], Window(entries[at]));

    private TimeWindowSegment Segment(int location, Interval window) => new(data.ServicesOf(typeIndex)[location], 0, window.Early, window.Late);

    private Interval Window(int location) => new(data.WindowEarly[data.WindowOffset[location]], data.WindowLate[data.WindowOffset[location + 1] - 1]);

    private long Drive(int from, int to) => Known(data.DurationsOf(typeIndex).Between(from, to));

    private long Length(int from, int to) => Known(data.DistancesOf(typeIndex).Between(from, to));

    private static long Known(int length) => length == ProblemData.NoRoad ? 0 : length;
}
