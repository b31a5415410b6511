using Territory.Model.Geography;
using Territory.Model.Terminals;

namespace Territory.Simulation.Expansion.Census;

/// <summary>A region that might be opened: its census and figures, any block of which may still be empty (区域市场数据库).</summary>
public sealed record CandidateMarket
{
    public required string Id { get; init; }

    public required string Name { get; init; }

    public IReadOnlyList<CensusTerminal> Terminals { get; init; } = [];

    public MacroFigures? Macro { get; init; }

    public ConsumerFigures? Consumers { get; init; }

    public DealerFigures? Dealers { get; init; }

    /// <summary>Rivals' shares as surveyed; where a cell has none, the census's volumes say.</summary>
    public IReadOnlyList<RivalShare> Rivals { get; init; } = [];

    public FiveConditions Conditions { get; init; } = new();

    /// <summary>How far the team stands behind the choice, 0 to 1.</summary>
    public double? Acceptance { get; init; }

    public double CasesPerMonth => Terminals.Sum(terminal => terminal.CasesPerMonth);

    /// <summary>Our share of the census's volume.</summary>
    public double OwnShare => CasesPerMonth > 0 ? Terminals.Sum(terminal => terminal.CasesPerMonth * terminal.OwnShare) / CasesPerMonth : 0;

    /// <summary>The share of terminals of a class.</summary>
    public double ShareOf(TerminalClass size) => Terminals.Count == 0 ? 0 : Terminals.Count(terminal => terminal.Class == size) / (double)Terminals.Count;

    public GeoPoint? Middle => Terminals.Count == 0 ? null
        : new GeoPoint(Terminals.Average(terminal => terminal.Location.Longitude), Terminals.Average(terminal => terminal.Location.Latitude));
}
