using Territory.Model.Products;
using Territory.Model.Terminals;
using Territory.Simulation.Mathematics;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Rules;

/// <summary>Mean demand of each listed product of an outlet, in units a day (日均需求).</summary>
/// <remarks>
/// mean(t, p, day) = V(t) / 30.4375 x share x sqrt(C(t)) x w(t, p) x units per case x weekday(kind, day) x season(day) x factor, where
/// V is the category volume in cases a month; share is ours with a full range; C is the listed part of all products' popularity, its root
/// because a shopper who misses one product often takes another of ours; w is popularity(p) x taste(t, p) scaled to 1 over the listed ones.
/// Popularity and taste are lognormal, drawn once from the seed.
/// </remarks>
public static class DemandRates
{
    public const double DaysPerMonth = 30.4375;

    /// <summary>The file's category volume, or what is usual for its class where none is known.</summary>
    public static double CategoryCasesPerMonth(TerminalFile terminal) => terminal.CategoryVolumePerMonth.Count > 0
        ? terminal.CategoryVolumePerMonth.Count
        : terminal.Class switch
        {
            TerminalClass.A => 120,
            TerminalClass.B => 45,
            _ => 15,
        };

    public static double Popularity(long seed, EntityKey product, double spread)
    {
        var draw = Draw.Of(seed, DrawPurpose.ProductPopularity, product);
        return SharedMath.Exp(spread * Normal.Sample(ref draw));
    }

    public static double Taste(long seed, EntityKey terminal, EntityKey product, double spread)
    {
        var draw = Draw.Of(seed, DrawPurpose.TerminalTaste, terminal.With(product));
        return SharedMath.Exp(spread * Normal.Sample(ref draw));
    }

    /// <summary>Units a day of one product in an average week of an average season.</summary>
    /// <param name="coveredPopularity">C: popularity of the listed products over that of all.</param>
    /// <param name="weight">w: the product's part of the outlet's own volume.</param>
    public static double BaseUnitsPerDay(TerminalFile terminal, Product product, double coveredPopularity, double weight, MarketRates rates) =>
        CategoryCasesPerMonth(terminal) / DaysPerMonth * rates.OwnShare * rates.DemandFactor * Math.Sqrt(coveredPopularity) * weight
        * product.UnitsPerCase;

    /// <summary>Sales of a weekday over the average day's; the seven have a mean of 1.</summary>
    public static double WeekdayFactor(TerminalKind kind, DayOfWeek day) => kind switch
    {
        TerminalKind.Restaurant or TerminalKind.Nightlife => At(day, 0.85, 0.85, 0.90, 0.95, 1.15, 1.25, 1.05),
        TerminalKind.Special => At(day, 1.15, 1.15, 1.15, 1.15, 1.10, 0.70, 0.60),
        TerminalKind.Wholesale => At(day, 1.15, 1.10, 1.10, 1.05, 1.05, 0.95, 0.60),
        _ => At(day, 0.93, 0.92, 0.94, 0.97, 1.05, 1.12, 1.07),
    };

    /// <summary>Season on a date: the months' factors stand for their 15th and are joined by straight lines; mean 1 over the months.</summary>
    public static double SeasonFactor(IReadOnlyList<double> byMonth, DateOnly date)
    {
        var mean = 0.0;
        foreach (var factor in byMonth)
            mean += factor;
        mean /= byMonth.Count;

        var anchor = date.Day >= 15 ? new DateOnly(date.Year, date.Month, 15) : new DateOnly(date.Year, date.Month, 15).AddMonths(-1);
        var next = anchor.AddMonths(1);
        var weight = (double)(date.DayNumber - anchor.DayNumber) / (next.DayNumber - anchor.DayNumber);
        return ((byMonth[anchor.Month - 1] * (1 - weight)) + (byMonth[next.Month - 1] * weight)) / mean;
    }

    private static double At(
        DayOfWeek day, double monday, double tuesday, double wednesday, double thursday, double friday, double saturday, double sunday) =>
        day switch
        {
            DayOfWeek.Monday => monday,
            DayOfWeek.Tuesday => tuesday,
            DayOfWeek.Wednesday => wednesday,
            DayOfWeek.Thursday => thursday,
            DayOfWeek.Friday => friday,
            DayOfWeek.Saturday => saturday,
            _ => sunday,
        };
}
