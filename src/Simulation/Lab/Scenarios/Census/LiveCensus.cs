namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>The terminals of a live region.</summary>
/// <param name="Region">Its id.</param>
/// <param name="Position">The position of the journal at which it is looked at; null: now.</param>
public sealed record LiveCensus(string Region, long? Position = null);
