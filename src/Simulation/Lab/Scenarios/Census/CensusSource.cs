namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>Where a region's terminals come from: exactly one of the three.</summary>
public sealed record CensusSource
{
    /// <summary>A census of outlets in CSV, as outlets are imported, beside the scenario.</summary>
    public string? File { get; init; }

    /// <summary>A region of the live territory.</summary>
    public LiveCensus? Live { get; init; }

    /// <summary>Terminals made up from a seed.</summary>
    public GeneratedCensus? Generated { get; init; }
}
