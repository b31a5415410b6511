using System.Text.Json.Serialization;

namespace Territory.Simulation.Expansion.Waves;

/// <summary>How much easy-before-hard (先易后难) binds.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<OrderMode>))]
public enum OrderMode
{
    Free,

    /// <summary>A harder region before an easier one costs.</summary>
    Penalty,

    /// <summary>Of two opened regions the easier one never starts later.</summary>
    Strict,
}
