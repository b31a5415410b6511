using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using Territory.Model.Quantities;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Expansion.Outlooks;

/// <summary>What simulated outlooks need beside the template.</summary>
public sealed record SimulatedMarket
{
    [Description("The lab's rules, as in a market scenario; fit them to the template market first.")]
    public LabRules Rules { get; init; } = new();

    [Range(1, 1000)]
    public int UnitsPerCase { get; init; } = 12;

    [Description("Our pull on a shopper against one rival brand's of 1.")]
    [Range(0.000001, 1000000)]
    public double OwnPull { get; init; } = 0.5;

    [Description("Rival brands in each terminal of a region whose census names no rivals.")]
    [Range(0, 255)]
    public int RivalBrands { get; init; } = 2;

    [Description("Calls that a trained rep has behind him.")]
    [Range(0, 10000000)]
    public int TrainedPractice { get; init; } = 1_500;

    /// <summary>What a region's distributor begins with.</summary>
    internal Money DistributorCash { get; init; } = Money.FromMajor(500_000);

    /// <summary>How far he may go below zero.</summary>
    internal Money DistributorCredit { get; init; } = Money.FromMajor(500_000);
}
