namespace Territory.Simulation.KnownAnswers.BeerGame;

/// <summary>What a stage knows when it orders.</summary>
/// <param name="Week">From 1.</param>
/// <param name="IncomingOrder">What was asked of it this week.</param>
/// <param name="ExpectedOrder">Its smoothed forecast.</param>
/// <param name="NetInventory">On the shelf less what it owes.</param>
/// <param name="SupplyLine">Ordered by it and not yet on its shelf, what its supplier owes included.</param>
public readonly record struct StageSituation(int Week, double IncomingOrder, double ExpectedOrder, double NetInventory, double SupplyLine);
