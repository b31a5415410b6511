using System.Text.Json.Serialization;

namespace Territory.Roads.Snapping;

/// <summary>On which side of a road a place lies, looking along it (道路左侧, 右侧).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoadSide>))]
public enum RoadSide
{
    /// <summary>On the road itself, too near to tell, or straight ahead of where it ends.</summary>
    On,
    Left,
    Right,
}
