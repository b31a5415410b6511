namespace Territory.Simulation.KnownAnswers.BeerGame;

/// <summary>A beer game: four stages in a row, two weeks for an order to get upstream, two for beer to come down, three to brew (啤酒游戏).</summary>
public sealed record BeerGameSetup
{
    /// <summary>Retailer, wholesaler, distributor, factory.</summary>
    public const int Stages = 4;

    public required int Weeks { get; init; }

    /// <summary>Weeks at the start in which every stage orders the initial pipeline's quantity, whatever its policy says.</summary>
    public int WeeksHeld { get; init; }

    /// <summary>What customers ask for each week; the last figure goes on for the weeks that are left.</summary>
    public required IReadOnlyList<double> Demand { get; init; }

    /// <summary>On each stage's shelf.</summary>
    public double InitialInventory { get; init; } = 12;

    /// <summary>On each order slip and in each truck or brewing vat under way.</summary>
    public double InitialPipeline { get; init; } = 4;

    /// <summary>Of a case for a week.</summary>
    public double HoldingCost { get; init; } = 0.5;

    /// <summary>Of a case owed for a week.</summary>
    public double BacklogCost { get; init; } = 1;

    /// <summary>One for each stage, the retailer first.</summary>
    public required IReadOnlyList<OrderPolicy> Policies { get; init; }
}
