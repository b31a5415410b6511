using System.Text.Json.Serialization;

namespace Territory.Roads.Network;

/// <summary>The rank of a road (道路等级), as OpenStreetMap's highway values name it; ferries stand at the end.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RoadClass>))]
public enum RoadClass : byte
{
    /// <summary>高速公路.</summary>
    Motorway,
    MotorwayLink,

    /// <summary>国道, 城市快速路.</summary>
    Trunk,
    TrunkLink,

    /// <summary>省道, 主干道.</summary>
    Primary,
    PrimaryLink,

    /// <summary>县道, 次干道.</summary>
    Secondary,
    SecondaryLink,

    /// <summary>乡道, 支路.</summary>
    Tertiary,
    TertiaryLink,
    Unclassified,
    Residential,
    LivingStreet,
    Service,

    /// <summary>机耕路.</summary>
    Track,

    /// <summary>步行街.</summary>
    Pedestrian,
    Cycleway,
    Footway,
    Path,
    Steps,

    /// <summary>轮渡.</summary>
    Ferry,
}
