namespace Territory.Optimizer.Formats;

/// <summary>What stops that are left out cost, rounded as the distances it is added to; PyVRP's objective is the distance, the vehicles and the prizes not collected.</summary>
internal static class InstancePrizes
{
    /// <summary>In the units of <see cref="InstanceDistances.UnitsPerFileUnit"/>.</summary>
    public static double PrizeOf(this RoutingInstance instance, int stop)
    {
        var prize = instance.Stops[stop].Prize;
        return (instance.Matrix is null ? instance.Rounding : RoundingRule.Exact) switch
        {
            RoundingRule.Nearest => Math.Floor(prize + 0.5),
            RoundingRule.Dimacs => Math.Floor(prize * 10),
            _ => prize,
        };
    }
}
