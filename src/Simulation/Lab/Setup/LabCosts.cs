using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Setup;

/// <summary>Costs by kind (费用构成).</summary>
public sealed record LabCosts
{
    /// <summary>What the delivered cases cost to make.</summary>
    public Money Goods { get; init; }

    /// <summary>Channel price less factory price of the delivered cases: the distributor's margin (经销商毛利).</summary>
    public Money DistributorMargin { get; init; }

    public Money Reps { get; init; }

    public Money Vehicles { get; init; }

    public Money Promotions { get; init; }

    public Money Total => Goods + DistributorMargin + Field;

    /// <summary>Without goods and margin: what selling costs.</summary>
    public Money Field => Reps + Vehicles + Promotions;

    public static LabCosts operator +(LabCosts a, LabCosts b) => new()
    {
        Goods = a.Goods + b.Goods,
        DistributorMargin = a.DistributorMargin + b.DistributorMargin,
        Reps = a.Reps + b.Reps,
        Vehicles = a.Vehicles + b.Vehicles,
        Promotions = a.Promotions + b.Promotions,
    };
}
