namespace Territory.Simulation.Lab.Scenarios.Fitting;

/// <summary>A delivery of history: what a terminal got on a day, all products together.</summary>
/// <param name="Terminal">Its id in the census.</param>
public readonly record struct Delivery(DateOnly Date, string Terminal, int Cases);
