namespace Territory.Simulation.Expansion.Census;

/// <summary>Rivals' shares by cell (竞品份额): as surveyed for the cell, else by the census's volumes, else as surveyed for the region.</summary>
public sealed class RivalMap
{
    private readonly Dictionary<string, IReadOnlyList<RivalShare>> byCell;

    public RivalMap(CandidateMarket region)
    {
        byCell = region.Terminals.GroupBy(terminal => terminal.Cell, StringComparer.Ordinal)
            .ToDictionary(cell => cell.Key, cell => SharesOf(region, cell.Key, [.. cell]), StringComparer.Ordinal);
        Whole = SharesOf(region, null, region.Terminals);
    }

    /// <summary>Shares in the whole region, the largest first.</summary>
    public IReadOnlyList<RivalShare> Whole { get; }

    public RivalShare? Leader => Whole.Count == 0 ? null : Whole[0];

    /// <summary>Shares in a cell, the largest first.</summary>
    public IReadOnlyList<RivalShare> In(string cell) => byCell.GetValueOrDefault(cell, []);

    private static IReadOnlyList<RivalShare> SharesOf(CandidateMarket region, string? cell, IReadOnlyList<CensusTerminal> terminals)
    {
        var surveyed = region.Rivals.Where(rival => rival.Cell == cell).ToList();
        if (surveyed.Count > 0)
            return Sorted(surveyed, cell);
        var volume = terminals.Sum(terminal => terminal.CasesPerMonth);
        var counted = terminals
            .SelectMany(terminal => terminal.Rivals, (terminal, rival) => (rival.Rival, Cases: terminal.CasesPerMonth * rival.Share))
            .GroupBy(entry => entry.Rival, StringComparer.Ordinal)
            .Select(rival => new RivalShare(rival.Key, volume > 0 ? rival.Sum(entry => entry.Cases) / volume : 0, cell))
            .ToList();
        return counted.Count > 0 ? Sorted(counted, cell) : Sorted(region.Rivals.Where(rival => rival.Cell is null), cell);
    }

    private static List<RivalShare> Sorted(IEnumerable<RivalShare> shares, string? cell) =>
        [.. shares.OrderByDescending(rival => rival.Share).ThenBy(rival => rival.Rival, StringComparer.Ordinal).Select(rival => rival with { Cell = cell })];
}
