using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Templates;

namespace Territory.Simulation.Expansion.Selection;

/// <summary>Ranks the cells of a region by what a call wins there.</summary>
/// <remarks>
/// Of each terminal we expect volume x share among handlers x (1 - leader's share in the cell) / (1 - rival's share in the template) [proposal: the same
/// resistance as in the outlook], less what is ours already and never below 0. Calls are the template's cadence, 13 cycles of four weeks a year.
/// </remarks>
public static class WeakestCells
{
    private const double CyclesPerMonth = 13.0 / 12;

    public static IReadOnlyList<WeakCell> Of(CandidateMarket region, MarketTemplate template)
    {
        var map = new RivalMap(region);
        return
        [
            .. region.Terminals.GroupBy(terminal => terminal.Cell, StringComparer.Ordinal)
                .Select(cell => Cell(cell.Key, [.. cell], map.In(cell.Key), template))
                .OrderByDescending(cell => cell.GainPerVisit)
                .ThenBy(cell => cell.Cell, StringComparer.Ordinal),
        ];
    }

    private static WeakCell Cell(string name, List<CensusTerminal> terminals, IReadOnlyList<RivalShare> rivals, MarketTemplate template)
    {
        var leader = rivals.Count > 0 ? rivals[0] : null;
        var reachable = Math.Min(1, template.ShareInHandlers * (1 - (leader?.Share ?? 0)) / (1 - template.RivalShare));
        var won = terminals.Sum(terminal => terminal.CasesPerMonth * Math.Max(0, reachable - terminal.OwnShare));
        var visits = terminals.Sum(terminal => template.Of(terminal.Class)?.VisitsPerCycle ?? 0) * CyclesPerMonth;
        return new WeakCell(
            name, terminals.Count, terminals.Sum(terminal => terminal.CasesPerMonth), leader?.Rival, leader?.Share ?? 0, won, visits,
            visits > 0 ? won * template.MarginPerCase.MinorUnits / 100.0 / visits : 0);
    }
}
