namespace Territory.Optimizer.Formats;

/// <summary>What is minimised.</summary>
public enum RoutingObjective
{
    Distance,

    /// <summary>The number of vehicles, then the distance.</summary>
    VehiclesFirst,
}
