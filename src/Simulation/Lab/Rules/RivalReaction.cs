using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Rules;

/// <summary>What rivals do when we promote (竞争反应): mostly nothing; else the same, some days later.</summary>
/// <remarks>
/// Whether a region's rivals react is drawn once. If they do, they promote on the days from + lag to until + lag of each promotion of ours, and
/// 1 - loss of our demand is left on those days. Source: Steenkamp, Nijs, Hanssens and Dekimpe: "Competitive reactions to advertising and
/// promotion attacks", Marketing Science 24, 2005 (passive or with the same instrument).
/// </remarks>
public static class RivalReaction
{
    public static bool Reacts(double u, double chance) => u < chance;

    public static double Factor(IReadOnlyList<LabPromotion> promotions, DateOnly date, LabRivals rivals)
    {
        foreach (var promotion in promotions)
        {
            var day = date.DayNumber - rivals.ReactionLagDays;
            if (day >= promotion.From.DayNumber && day <= promotion.Until.DayNumber)
                return 1 - rivals.ReactionLoss;
        }

        return 1;
    }
}
