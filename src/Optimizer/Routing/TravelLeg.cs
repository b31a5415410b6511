namespace Territory.Optimizer.Routing;

/// <summary>One road as a kind of vehicle drives it at any time of day, so that who leaves later never arrives earlier (先进先出).</summary>
/// <remarks>
/// Algorithm: the length of the leg is work, in thousandths of a unit of time of its least duration. In each period passed so much of it is done as the time there gives, rounded down; what is left when the leg ends
/// within a period takes a time that is rounded up. With work W and a duration T in the period, who drives for a time t does floor(t * W / T), and work w takes ceil(w * T / W): w is done in t exactly when w is at
/// most floor(t * W / T), so that the two roundings agree, and as both are monotone so is the arrival. No rate is rounded: who drives all of a leg in one slot takes T. While a road is closed nothing is done.
/// Complexity: O(periods passed). Source: Ichoua, Gendreau and Potvin, Vehicle dispatching with time-dependent travel times (2003).
/// Sums: with slots durations are at most <see cref="LargestSlotEntry"/>, so that W * T is below 2^62.
/// </remarks>
/// <param name="clock">Null where the leg takes as long at any time.</param>
/// <param name="duration">The least duration; there is a road.</param>
internal readonly struct TravelLeg(TravelClock? clock, int origin, int target, long duration)
{
    /// <summary>Work done in a unit of time at full speed.</summary>
    public const long Full = 1_000;

    /// <summary>The longest duration of a slot, at the speed of the vehicle.</summary>
    public const long LargestSlotEntry = 1L << 26;

    /// <summary>What is to be done to drive all of it. A leg that may take no time has some work all the same where it has durations by slot, as in another slot it may take time.</summary>
    public long Work => clock is { HasSlots: true } ? Math.Max(1, duration) * Full : duration * Full;

    public long Arrival(long now) => clock is null ? now + duration : Arrival(now, Work);

    /// <summary>When who sets out at <paramref name="now"/> has done the work that is left.</summary>
    public long Arrival(long now, long left)
    {
        if (clock is null)
            return now + ((left + Full - 1) / Full);
        for (var period = clock.PeriodAt(now); left > 0; period++)
        {
            var end = clock.EndOf(period);
            var (done, time) = PaceIn(period);
            if (time != ProblemData.NoRoad)
            {
                var needed = ((left * time) + done - 1) / done;
                if (needed <= end - now)
                    return now + needed;
                left -= (end - now) * done / time;
            }
            else if (end == long.MaxValue)
            {
                throw new InvalidOperationException($"The road from {origin} to {target} is closed for ever.");
            }

            now = end;
        }

        return now;
    }

    /// <summary>How much is done between two times by who does not arrive before the second.</summary>
    public long WorkBetween(long start, long end)
    {
        if (clock is null)
            return (end - start) * Full;
        long done = 0;
        for (var period = clock.PeriodAt(start); start < end; period++)
        {
            var until = Math.Min(end, clock.EndOf(period));
            var (work, time) = PaceIn(period);
            done += time == ProblemData.NoRoad ? 0 : (until - start) * work / time;
            start = until;
        }

        return done;
    }

    /// <summary>The work done in a unit of time, and when that changes next: none where the road is closed, without bound where it takes no time.</summary>
    public (double Pace, long Until) PaceAt(long now)
    {
        if (clock is null)
            return (Full, Interval.Unbounded);
        var period = clock.PeriodAt(now);
        var (done, time) = PaceIn(period);
        return (time == ProblemData.NoRoad ? 0 : (double)done / time, Math.Min(clock.EndOf(period), Interval.Unbounded));
    }

    /// <summary>The work done in so much time.</summary>
    private (long Work, long Time) PaceIn(int period) => clock!.HasSlots ? (Work, clock.DurationIn(period, origin, target)) : (clock.SpeedIn(period), 1);
}
