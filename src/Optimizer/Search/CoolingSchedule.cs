namespace Territory.Optimizer.Search;

/// <summary>The temperature at each iteration of a search of known horizon.</summary>
/// <remarks>
/// A long search first quenches for <see cref="WarmUp"/> iterations, which gives a fair solution at once and does not depend on the horizon, then cools from
/// hot to cold by the third power of the remaining share up to the horizon, stays cold a quarter longer, because a clock ends few searches just there, and past that
/// cools again and again from a quarter of hot over half the horizon. The
/// temperature depends on iteration and horizon alone. Only the four basic operations are used, which every machine rounds alike.
/// </remarks>
/// <param name="begin">At which iteration of the whole search this part of it begins.</param>
/// <param name="warmUp">How long the quench of a long search is.</param>
internal sealed class CoolingSchedule(double hot, double cold, long begin, long warmUp = CoolingSchedule.WarmUp)
{
    /// <summary>Iterations in which the speed can be measured before a horizon has to be chosen.</summary>
    public const long WarmUp = 8_192;

    /// <summary>From this iteration of the warm-up on a long search works as it does to its end, so that its speed can be measured.</summary>
    public const long Settled = WarmUp / 4;

    /// <summary>Searches shorter than this have no warm-up.</summary>
    public const long ShortestWithWarmUp = 8 * WarmUp;

    public double Temperature(long iteration, long horizon)
    {
        var start = Math.Max(begin, horizon >= ShortestWithWarmUp ? warmUp : 0);
        if (iteration < start)
            return cold + ((hot - cold) * 0.05);
        if (iteration < horizon)
            return Between(hot, (double)(iteration - start) / (horizon - start));
        var rest = iteration - horizon - (horizon / 4);
        if (rest < 0)
            return cold;
        var again = Math.Max(1, horizon / 2);
        return Between(Math.Max(cold, hot / 4), (double)(rest % again) / again);
    }

    private double Between(double top, double share)
    {
        var left = 1 - share;
        return cold + ((top - cold) * left * left * left);
    }
}
