using Territory.Model.Quantities;

namespace Territory.Simulation.Market.Rules;

/// <summary>The 1.5x order rule (1.5 倍安全库存订货法).</summary>
/// <remarks>
/// sold since the last count = S0 + P0 - S1; suggested = max(0, 1.5 sold - S1 - on order) units, rounded up to whole cases. Example: S0 = 10,
/// P0 = 20, S1 = 12: sold 18, target 27, order 15. Whole-number arithmetic throughout: the factor is given in tenths.
/// The rule forecasts with one period and therefore amplifies: with one visit a period and prompt delivery the order's variance is 8.5 times
/// the demand's before the cut at zero.
/// </remarks>
public static class OrderRule
{
    public const int StandardTenths = 15;

    /// <summary>Units to order before rounding to cases, in tenths of a unit; never below 0.</summary>
    public static long NeedTenths(Units previousCount, Units deliveredSince, Units present, Units onOrder, int targetTenths = StandardTenths)
    {
        // More on the shelf than there can be is a miscount or a return, not negative sales.
        var sold = Math.Max(0, (long)previousCount.Count + deliveredSince.Count - present.Count);
        return Math.Max(0, (targetTenths * sold) - (10 * ((long)present.Count + onOrder.Count)));
    }

    public static Cases Suggest(
        Units previousCount, Units deliveredSince, Units present, Units onOrder, int unitsPerCase, int targetTenths = StandardTenths)
    {
        var case10 = 10L * unitsPerCase;
        return new Cases((int)((NeedTenths(previousCount, deliveredSince, present, onOrder, targetTenths) + case10 - 1) / case10));
    }

    /// <summary>The first order of an outlet without a count before: the target is the factor times the mean demand until the next visit.</summary>
    /// <param name="unitsPerDay">Mean demand.</param>
    /// <param name="daysBetweenVisits">The longest gap that the outlet's visiting frequency allows.</param>
    public static Cases SuggestFirst(
        double unitsPerDay, int daysBetweenVisits, Units present, Units onOrder, int unitsPerCase, int targetTenths = StandardTenths)
    {
        var target = (long)Math.Ceiling(unitsPerDay * daysBetweenVisits * targetTenths / 10);
        var need = Math.Max(0, target - present.Count - onOrder.Count);
        return new Cases((int)((need + unitsPerCase - 1) / unitsPerCase));
    }

    /// <summary>
    /// One case of a listed product that is neither there nor on its way. Without it the rule never orders again what once sold out and sold
    /// nothing since.
    /// </summary>
    public static Cases KeepListed(Cases suggested, Units present, Units onOrder) =>
        suggested.Count == 0 && present.Count == 0 && onOrder.Count == 0 ? new Cases(1) : suggested;
}
