using System.Text.Json.Serialization;

namespace Territory.Roads.Network;

/// <summary>What a road is covered with, from good to bad (路面).</summary>
/// <remarks>Source: the keys surface, smoothness and tracktype of the OpenStreetMap wiki, folded into what matters to a wheel.</remarks>
[JsonConverter(typeof(JsonStringEnumConverter<RoadSurface>))]
public enum RoadSurface : byte
{
    Unknown,

    /// <summary>Asphalt, concrete, paving stones.</summary>
    PavedSmooth,

    /// <summary>Sett and cobblestone, or a paved road in bad repair.</summary>
    PavedRough,

    /// <summary>Compacted ground and gravel.</summary>
    Compacted,

    /// <summary>Earth, grass and unpaved roads of no further description.</summary>
    Unpaved,

    /// <summary>Sand, mud, rock, and whatever is very bad or horrible to drive on.</summary>
    Bad,

    /// <summary>No wheeled vehicle gets through.</summary>
    Impassable,
}
