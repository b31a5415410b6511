namespace Territory.Simulation.Lab.Setup;

/// <summary>The outcome of a run, region by region in the setup's order.</summary>
public sealed record LabResult
{
    public required IReadOnlyList<LabRegionResult> Regions { get; init; }

    /// <summary>Equal states give equal hashes on every machine, with any number of threads.</summary>
    public required ulong StateHash { get; init; }
}
