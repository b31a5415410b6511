namespace Territory.Simulation.Lab.Setup;

/// <summary>How far terminals' prices stray from the list (价格秩序), and how long a call brings them back. Demand answers by the price elasticity.</summary>
public sealed record LabShelfPrices
{
    /// <summary>Standard deviation of the logarithm of price over list price by class A, B, C; all 0: everyone keeps to the list.</summary>
    public IReadOnlyList<double> Spread { get; init; } = [0, 0, 0];

    /// <summary>Part of the deviation that a call corrects.</summary>
    public double Restored { get; init; } = 1;

    /// <summary>Days after a call on which the terminal keeps to the corrected price.</summary>
    public int KeepDays { get; init; } = 14;
}
