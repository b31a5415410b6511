namespace Territory.Simulation.Lab.Setup;

/// <summary>The names by which a scenario asks for a rule where there are several.</summary>
public static class LabRuleNames
{
    public const string Poisson = "poisson";
    public const string NegativeBinomial = "negative-binomial";

    /// <summary>1.5 times what was sold since the last call (1.5 倍安全库存订货法).</summary>
    public const string OnePointFive = "1.5x";

    /// <summary>(s,S): up to S when below s.</summary>
    public const string ReorderPoint = "s-S";

    public static IReadOnlyList<string> DemandLaws { get; } = [Poisson, NegativeBinomial];

    public static IReadOnlyList<string> OrderRules { get; } = [OnePointFive, ReorderPoint];
}
