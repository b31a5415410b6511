namespace Territory.Optimizer.Solving;

/// <summary>The best so far: its cost and how many clients it leaves out.</summary>
/// <param name="Cost">With the internal prices of what is left out.</param>
public readonly record struct SolveProgress(TimeSpan Elapsed, long Iterations, long Cost, int Unserved)
{
    /// <summary>What of the cost is the price of the clients left out, which is above that of any routes where they are required.</summary>
    public long LeftOutCost { get; init; }

    public long RouteCost => Cost - LeftOutCost;
}
