namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>The terminals of a live region.</summary>
/// <param name="Region">Its id.</param>
/// <param name="Position">The position of the journal at which it is looked at; null: now.</param>
/// <param name="Shelves">
/// Whether the scenario opens with the shelves as they stand there: what each terminal lists, has and waits for, and when it was last called. Without them every
/// terminal lists all of our products that its class lists and opens with what it sells until its next call.
/// </param>
public sealed record LiveCensus(string Region, long? Position = null, bool Shelves = false);
