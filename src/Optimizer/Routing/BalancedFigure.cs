namespace Territory.Optimizer.Routing;

/// <summary>What is shared out evenly among vehicles.</summary>
public enum BalancedFigure
{
    Duration,
    Stops,

    /// <summary>What is delivered and picked up, in the first load dimension.</summary>
    Load,
}
