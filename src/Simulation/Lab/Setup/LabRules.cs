namespace Territory.Simulation.Lab.Setup;

/// <summary>The rules of a run by name and parameter. Each rule's formula and source stand at its function in Lab/Rules.</summary>
public sealed record LabRules
{
    /// <summary><see cref="LabRuleNames.Poisson"/> or <see cref="LabRuleNames.NegativeBinomial"/>.</summary>
    public string Demand { get; init; } = LabRuleNames.Poisson;

    /// <summary>Size r of the negative binomial law: the variance is m + m²/r.</summary>
    public double DemandSize { get; init; } = 2;

    /// <summary>Sales of each weekday, Monday first; scaled to a mean of 1.</summary>
    public IReadOnlyList<double> Weekdays { get; init; } = [0.93, 0.92, 0.94, 0.97, 1.05, 1.12, 1.07];

    public LabHuff Huff { get; init; } = new();

    public LabAdoption Adoption { get; init; } = new();

    public LabResponse Response { get; init; } = new();

    public LabOutOfStock OutOfStock { get; init; } = new();

    public LabOrdering Ordering { get; init; } = new();

    public LabDisplay Display { get; init; } = new();

    public LabShelfPrices ShelfPrices { get; init; } = new();

    public LabDelisting Delisting { get; init; } = new();
}
