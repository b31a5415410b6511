using Territory.Simulation.Lab.Calibration;

namespace Territory.Simulation.Lab.Scenarios.Fitting;

/// <summary>What history says of a scenario's parameters, and how well the fitted scenario forecast the weeks it had not seen.</summary>
/// <param name="Squares">The backtest's cells, in their order.</param>
/// <param name="Weeks">Whole weeks of history.</param>
/// <param name="Unknown">Deliveries to terminals that are not in the census, which were left out.</param>
/// <param name="Outside">Deliveries before the scenario's first day or after its last whole week, which were left out.</param>
public sealed record MarketFitResult(Backtest Backtest, IReadOnlyList<MarketSquare> Squares, int Weeks, int Unknown, int Outside)
{
    /// <summary>Of all regions.</summary>
    public required int Terminals { get; init; }

    /// <summary>Terminals whose shelf nobody had counted when the scenario began: what fills it for the first time says little of what sells. 0 where the census does not know its shelves.</summary>
    public required int Uncounted { get; init; }
}
