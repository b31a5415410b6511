namespace Territory.Simulation.Market.Day;

/// <summary>Which of two events at the same second comes first.</summary>
internal enum ActorOrder
{
    Vehicle,
    Rep,
    Closing,
    Planning,
    Midnight,
}
