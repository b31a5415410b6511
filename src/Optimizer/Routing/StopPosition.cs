namespace Territory.Optimizer.Routing;

/// <summary>Where on its vehicle's day a stop must be.</summary>
public enum StopPosition
{
    Any,
    First,
    Last,
}
