namespace Territory.Simulation.Lab.Setup;

/// <summary>How a setup is run. Threads and lanes never change a result.</summary>
/// <param name="Seed">Equal seeds give equal draws, whatever else differs between two setups.</param>
/// <param name="Antithetic">Every uniform u is 1 - u.</param>
/// <param name="Threads">At least 1.</param>
/// <param name="Days">Told how many days are done, a day of every region counting as one.</param>
public sealed record LabRunOptions(
    ulong Seed, bool Antithetic = false, int Threads = 1, CancellationToken CancellationToken = default, IProgress<int>? Days = null)
{
    /// <summary>One value at a time instead of four: the same result, slower.</summary>
    public bool Scalar { get; init; }

    /// <summary>Told of every delivery; null: nobody.</summary>
    public ILabDeliveries? Deliveries { get; init; }
}
