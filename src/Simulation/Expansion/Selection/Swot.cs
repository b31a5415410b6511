using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Expansion.Selection;

/// <summary>Strengths, weaknesses, opportunities and threats as they follow from the figures; what has no figure is not listed.</summary>
/// <remarks>
/// A figure 10 per cent over the candidates' median speaks for a region, 10 per cent under it against it; shares are held against fixed thresholds. Distributors
/// are held against what the region would sell at the template's share.
/// </remarks>
public static class Swot
{
    private const double Apart = 0.1;
    private const double High = 0.7;
    private const double Low = 0.4;
    private const double StrongRival = 0.4;
    private const double WeakRival = 0.2;
    private const double OpenCell = 0.15;

    public static IReadOnlyList<SwotEntry> Of(CandidateMarket region, IReadOnlyList<CandidateMarket> candidates, RegionFit fit)
    {
        var entries = new List<SwotEntry>();
        Judged(entries, region.Conditions.BrandMaturity, "brand-maturity");
        Judged(entries, region.Conditions.BrandInfluence, "brand-influence");
        Judged(entries, region.Conditions.CustomerCooperation, "customer-cooperation");
        Judged(entries, region.Conditions.Execution, "execution");
        Judged(entries, region.Acceptance, "acceptance");
        if (region.Dealers is { } dealers && fit.CasesPerWeek > 0)
            Compare(entries, dealers.CasesPerWeek, fit.CasesPerWeek, SwotKind.Strength, SwotKind.Weakness, "dealer-capacity");
        if (region.Terminals.Count > 0)
            Compare(entries, SquareKilometersPerTerminal(region), Median(candidates.Where(other => other.Terminals.Count > 0).Select(SquareKilometersPerTerminal)), SwotKind.Weakness, SwotKind.Strength, "distances");
        if (region.Macro is { } macro)
        {
            Compare(entries, macro.ConsumptionGrowth, Median(candidates.Select(other => other.Macro?.ConsumptionGrowth).OfType<double>()), SwotKind.Opportunity, SwotKind.Threat, "growth");
            if (macro.NetMigration != 0)
                entries.Add(new SwotEntry(macro.NetMigration > 0 ? SwotKind.Opportunity : SwotKind.Threat, "swot.migration", macro.NetMigration, 0));
        }

        Rivals(entries, region);
        return entries;
    }

    private static void Rivals(List<SwotEntry> entries, CandidateMarket region)
    {
        var map = new RivalMap(region);
        if (map.Leader is { } leader)
        {
            if (leader.Share > StrongRival)
                entries.Add(new SwotEntry(SwotKind.Threat, "swot.rival-strong", leader.Share, StrongRival, leader.Rival));
            else if (leader.Share < WeakRival)
                entries.Add(new SwotEntry(SwotKind.Opportunity, "swot.rivals-weak", leader.Share, WeakRival, leader.Rival));
        }

        var weak = region.Terminals.Where(terminal => map.In(terminal.Cell) is { Count: > 0 } shares && shares[0].Share < OpenCell).Sum(terminal => terminal.CasesPerMonth);
        if (region.CasesPerMonth > 0 && weak / region.CasesPerMonth > 0.2)
            entries.Add(new SwotEntry(SwotKind.Opportunity, "swot.open-cells", weak / region.CasesPerMonth, 0.2));
    }

    private static void Judged(List<SwotEntry> entries, double? figure, string name)
    {
        if (figure >= High)
            entries.Add(new SwotEntry(SwotKind.Strength, $"swot.{name}", figure.Value, High));
        else if (figure < Low)
            entries.Add(new SwotEntry(SwotKind.Weakness, $"swot.{name}", figure.Value, Low));
    }

    private static void Compare(List<SwotEntry> entries, double figure, double? against, SwotKind over, SwotKind under, string name)
    {
        if (against is not { } other)
            return;
        if (figure - other > Apart * Math.Abs(other))
            entries.Add(new SwotEntry(over, $"swot.{name}", figure, other));
        else if (other - figure > Apart * Math.Abs(other))
            entries.Add(new SwotEntry(under, $"swot.{name}", figure, other));
    }

    private static double SquareKilometersPerTerminal(CandidateMarket region) =>
        CensusGrid.OccupiedSquareKilometers(region.Terminals.Select(terminal => terminal.Location)) / region.Terminals.Count;

    private static double? Median(IEnumerable<double> figures)
    {
        var sorted = figures.Order().ToList();
        return sorted.Count == 0 ? null : sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
