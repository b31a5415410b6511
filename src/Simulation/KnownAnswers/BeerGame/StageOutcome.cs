namespace Territory.Simulation.KnownAnswers.BeerGame;

/// <summary>What a stage's weeks came to.</summary>
/// <param name="Orders">Placed each week.</param>
/// <param name="NetInventory">On the shelf less what is owed, at each week's end.</param>
public sealed record StageOutcome(double HoldingCost, double BacklogCost, IReadOnlyList<double> Orders, IReadOnlyList<double> NetInventory)
{
    public double Cost => HoldingCost + BacklogCost;

    public double LargestOrder => Orders.Max();

    public double LargestBacklog => NetInventory.Max(net => Math.Max(0, -net));
}
