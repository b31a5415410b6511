using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Rules;

/// <summary>What promotions do to a day's demand (促销提升与促销后低谷).</summary>
/// <remarks>
/// While one lasts: 1 + uplift. On day k = 1..n after it: 1 - dip (n - k + 1)/n, as consumers use up what they have stored; the dip that
/// takes back exactly what a promotion of L days brought forward would be 2 uplift L/(n + 1). Several multiply.
/// Source: van Heerde, Leeflang and Wittink: "The estimation of pre- and postpromotion dips with store-level scanner data", JMR 37, 2000 (that dips
/// exist and last weeks); the straight recovery is this project's.
/// </remarks>
public static class PromotionRule
{
    public static double Factor(IReadOnlyList<LabPromotion> promotions, DateOnly date)
    {
        var factor = 1.0;
        foreach (var promotion in promotions)
        {
            var after = date.DayNumber - promotion.Until.DayNumber;
            if (date >= promotion.From && after <= 0)
                factor *= 1 + promotion.Uplift;
            else if (after > 0 && after <= promotion.PostDipDays)
                factor *= 1 - (promotion.PostDip * (promotion.PostDipDays - after + 1) / promotion.PostDipDays);
        }

        return factor;
    }
}
