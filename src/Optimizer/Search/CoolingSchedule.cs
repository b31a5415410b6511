namespace Territory.Optimizer.Search;

/// <summary>The temperature at each iteration of a search of known horizon.</summary>
/// <remarks>
/// A search first quenches for a sixteenth of its horizon, which gives a fair solution at once and leaves time to measure its speed before the horizon has to be chosen; then it cools from
/// hot to cold by the third power of the remaining share up to the horizon, stays cold a quarter longer, because a clock ends few searches just there, and past that
/// cools again and again from a quarter of hot over half the horizon. The
/// temperature depends on iteration and horizon alone. Only the four basic operations are used, which every machine rounds alike.
/// </remarks>
/// <param name="begin">At which iteration of the whole search this part of it begins.</param>
internal sealed class CoolingSchedule(double hot, double cold, long begin)
{
    /// <summary>Of its horizon, one part in so many is the quench; until it is over any longer horizon gives the same temperatures.</summary>
    public const int QuenchParts = 16;

    /// <summary>A shorter search has no time for a quench.</summary>
    public const long ShortestWithQuench = 4_096;

    public double Temperature(long iteration, long horizon)
    {
        var start = Math.Max(begin, horizon >= ShortestWithQuench ? horizon / QuenchParts : 0);
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
