using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Setup;

/// <summary>A region's distributor (经销商): depot, terms and cash.</summary>
public sealed record LabDistributor
{
    /// <summary>Days of expected orders that the depot opens with and orders up to.</summary>
    public int CoverDays { get; init; } = 21;

    /// <summary>The depot orders when stock and what is coming cover fewer days than this.</summary>
    public int ReorderDays { get; init; } = 14;

    /// <summary>Days from an order at the factory to its arrival.</summary>
    public int FactoryLeadDays { get; init; } = 7;

    /// <summary>The least that the depot holds of each product, in cases, before any terminal orders.</summary>
    public int LeastCases { get; init; } = 20;

    public Money OpeningCash { get; init; } = Money.FromMajor(200_000);

    /// <summary>How far the distributor's cash may fall below zero: orders at the factory stop there.</summary>
    public Money CreditLine { get; init; } = Money.FromMajor(100_000);

    /// <summary>Days from a delivery to the terminal's payment (账期).</summary>
    public int TerminalCreditDays { get; init; } = 7;

    /// <summary>Days from an arrival at the depot to the distributor's payment.</summary>
    public int FactoryCreditDays { get; init; } = 7;

    public Money WarehousePerDay { get; init; } = Money.FromMajor(200);
}
