namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>An (s, S) policy and what it costs a period: at s or below, order up to S.</summary>
public readonly record struct ReorderPolicy(int ReorderPoint, int OrderUpTo, double Cost);
