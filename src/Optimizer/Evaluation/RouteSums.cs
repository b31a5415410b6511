namespace Territory.Optimizer.Evaluation;

/// <summary>What a walk along a route adds up, before it is priced.</summary>
internal struct RouteSums
{
    public long Distance;
    public long Driving;
    public long Service;
    public long Prices;
    public long Start;
    public long Finish;
    public long StartCost;
    public int Stops;
}
