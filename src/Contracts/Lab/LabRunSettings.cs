namespace Territory.Contracts.Lab;

/// <summary>How a scenario and its variants are replicated. Two runs of one seed meet the same luck.</summary>
/// <param name="Replications">At most, where <paramref name="Within"/> is given; else exactly so many.</param>
/// <param name="Antithetic">Each replication is the mean of two runs with opposite luck.</param>
/// <param name="Within">Stop when the interval of every region's contribution is within this share of its mean.</param>
/// <param name="Sensitivity">What the run asks of which assumption; null: it compares the variants that the scenario has.</param>
[GenerateSerializer, Immutable, Alias("territory.LabRunSettings")]
public sealed record LabRunSettings(
    [property: Id(0)] int Replications,
    [property: Id(1)] long Seed,
    [property: Id(2)] bool Antithetic,
    [property: Id(3)] double? Within,
    [property: Id(4)] LabSensitivity? Sensitivity = null);
