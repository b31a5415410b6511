using System.Text.Json.Serialization;

namespace Territory.Simulation.Expansion.Waves;

/// <summary>What keeps a region from starting in a week.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<WaveConstraint>))]
public enum WaveConstraint
{
    None,
    Window,
    ParallelLaunches,
    Vehicles,
    TrainedReps,
    Cash,
    Order,
}
