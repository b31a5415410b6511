using Territory.Model.Quantities;
using Territory.Model.Terminals;

namespace Territory.Simulation.Lab.Setup;

/// <summary>A product of ours (产品) as the lab sees it. It is ordered and moved in whole cases and sold to consumers in units.</summary>
public sealed record LabProduct
{
    public required string Id { get; init; }

    public int UnitsPerCase { get; init; } = 12;

    /// <summary>What a case costs to make.</summary>
    public required Money CostPerCase { get; init; }

    /// <summary>What the distributor pays the factory (出厂价).</summary>
    public required Money FactoryPerCase { get; init; }

    /// <summary>What the terminal pays the distributor (进店价).</summary>
    public required Money ChannelPerCase { get; init; }

    /// <summary>What the consumer pays (零售价).</summary>
    public required Money RetailPerUnit { get; init; }

    /// <summary>The retail price at which the consumers' demand is what the region says; null: the same as <see cref="RetailPerUnit"/>.</summary>
    public Money? ReferencePerUnit { get; init; }

    /// <summary>This product's part of a consumer's demand for our brand; the products' weights are scaled to 1.</summary>
    public double Weight { get; init; } = 1;

    /// <summary>The last class of terminals that takes the product: C for all, A for the best only.</summary>
    public TerminalClass ListedTo { get; init; } = TerminalClass.C;

    /// <summary>Season by month, January first; scaled to a mean of 1 over the twelve.</summary>
    public IReadOnlyList<double> SeasonByMonth { get; init; } = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

    public IReadOnlyList<LabPromotion> Promotions { get; init; } = [];
}
