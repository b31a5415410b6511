using System.Text.Json.Serialization;

namespace Territory.Roads.Guidance;

/// <summary>Which way a maneuver bends, as its driver sees it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TurnDirection>))]
public enum TurnDirection
{
    Straight,
    SlightRight,
    Right,
    SharpRight,
    UTurn,
    SharpLeft,
    Left,
    SlightLeft,
}
