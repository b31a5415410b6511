using System.Globalization;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.KnownAnswers.LabMarkets;

/// <summary>Many small regions in which we promote for a week, beside the same regions with rivals who never answer: who answers, and when.</summary>
internal sealed record LabRivalry(int Regions, int Answering, int DaysChangedOutsideOfAnswers)
{
    private const int RegionCount = 600;
    private const int Days = 28;

    private static readonly LabPromotion Week = new() { From = LabMarket.FirstDay.AddDays(2), Until = LabMarket.FirstDay.AddDays(8), Uplift = 0.5 };

    /// <param name="promotes">Whether we promote at all.</param>
    public static LabRivalry Of(LabRivals rivals, bool promotes, long seed)
    {
        var passive = Sold(rivals with { ReactionChance = 0 }, promotes, seed);
        var asGiven = Sold(rivals, promotes, seed);
        var (first, last) = (2 + rivals.ReactionLagDays, 8 + rivals.ReactionLagDays);
        var changed = asGiven.Zip(passive, (one, other) => Enumerable.Range(0, Days).Where(day => one[day] != other[day]).ToArray()).ToArray();
        return new LabRivalry(RegionCount, changed.Count(days => days.Length > 0), changed.Sum(days => days.Count(day => day < first || day > last)));
    }

    private static long[][] Sold(LabRivals rivals, bool promotes, long seed)
    {
        // Called every other month: the opening stock lasts, so that sales are demand.
        var regions = Enumerable.Range(0, RegionCount).Select(number => LabMarket.OneCell(number.ToString(CultureInfo.InvariantCulture), 2, 200)).Select(region => region with
        {
            Terminals = region.Terminals with { Adopted = [true, true] },
            FieldForce = new LabFieldForce { DaysBetweenCalls = [60, 60, 60] },
            Rivals = rivals,
        });
        var setup = LabMarket.Of(Days, [.. regions]) with { Products = [LabMarket.Product with { Promotions = promotes ? [Week] : [] }] };
        return [.. LabSimulator.Run(setup, new LabRunOptions((ulong)seed)).Regions.Select(region => region.Books.Select(book => book.Goods[0].Sold).ToArray())];
    }
}
