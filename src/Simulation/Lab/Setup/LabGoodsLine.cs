namespace Territory.Simulation.Lab.Setup;

/// <summary>Where the units of a product were in the morning and in the evening, each counted anew from the state, and what moved in between.</summary>
/// <param name="Ordered">Sent off by the factory.</param>
/// <param name="Arrived">Arrived at the depot.</param>
/// <param name="Delivered">Left the depot and came to terminals.</param>
/// <param name="Sold">Sold to consumers.</param>
public readonly record struct LabGoodsLine(
    long OnTheWayBefore, long DepotBefore, long TerminalsBefore, long OnTheWay, long Depot, long Terminals,
    long Ordered, long Arrived, long Delivered, long Sold)
{
    public long Difference =>
        Math.Abs(OnTheWayBefore + Ordered - Arrived - OnTheWay)
        + Math.Abs(DepotBefore + Arrived - Delivered - Depot)
        + Math.Abs(TerminalsBefore + Delivered - Sold - Terminals);
}
