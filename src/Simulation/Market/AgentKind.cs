namespace Territory.Simulation.Market;

/// <summary>Who moves on the map.</summary>
public enum AgentKind
{
    Vehicle,
    Rep,
}
