namespace Territory.Optimizer.Routing;

/// <summary>Driving at speeds that depend on the time of day, so that who leaves later never arrives earlier.</summary>
/// <remarks>
/// Algorithm: the length of an arc is work, done at the speed of each period in turn; an arrival is rounded up to a whole unit of time. Complexity: O(periods passed).
/// Source: Ichoua, Gendreau and Potvin, Vehicle dispatching with time-dependent travel times (2003).
/// </remarks>
internal sealed class TravelClock
{
    private const long Full = 1_000;

    private readonly long[] from;
    private readonly long[] speed;

    public TravelClock(IReadOnlyList<SpeedPeriod> periods)
    {
        from = [.. periods.Select(period => period.From)];
        speed = [.. periods.Select(period => (long)period.SpeedPermille)];
    }

    /// <summary>When so many thousandths of a unit of time at full speed are done by who sets out at <paramref name="now"/>.</summary>
    public long Arrival(long now, long left)
    {
        var period = PeriodAt(now);
        while (left > 0)
        {
            var rate = period < 0 ? Full : speed[period];
            var end = period + 1 < from.Length ? from[period + 1] : long.MaxValue;
            if (end == long.MaxValue || (end - now) * rate >= left)
                return now + ((left + rate - 1) / rate);
            left -= (end - now) * rate;
            now = end;
            period++;
        }

        return now;
    }

    /// <summary>How much is done between two times, in thousandths.</summary>
    public long WorkBetween(long start, long end)
    {
        long done = 0;
        var period = PeriodAt(start);
        while (start < end)
        {
            var rate = period < 0 ? Full : speed[period];
            var until = period + 1 < from.Length ? Math.Min(end, from[period + 1]) : end;
            done += (until - start) * rate;
            start = until;
            period++;
        }

        return done;
    }

    /// <summary>The speed at a time in thousandths, and when it changes next.</summary>
    public (long Speed, long Until) SpeedAt(long time)
    {
        var period = PeriodAt(time);
        return (period < 0 ? Full : speed[period], period + 1 < from.Length ? from[period + 1] : Interval.Unbounded);
    }

    /// <summary>The period that holds this time, or -1 before the first.</summary>
    private int PeriodAt(long time)
    {
        var period = from.Length - 1;
        while (period >= 0 && from[period] > time)
            period--;
        return period;
    }
}
