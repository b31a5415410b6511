namespace Territory.Simulation.KnownAnswers.Inventory;

/// <summary>An (r, Q) policy and what it costs a unit of time: whenever the stock position falls to r, order Q.</summary>
public readonly record struct ReorderQuantity(int ReorderPoint, int Quantity, double Cost);
