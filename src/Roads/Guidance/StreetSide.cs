using System.Text.Json.Serialization;

namespace Territory.Roads.Guidance;

/// <summary>On which side of the street a stop lies as its driver arrives.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StreetSide>))]
public enum StreetSide
{
    /// <summary>On the road itself, or too near to tell.</summary>
    Neither,
    Left,
    Right,
}
