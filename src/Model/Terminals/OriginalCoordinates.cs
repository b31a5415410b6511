using System.Text.Json.Serialization;
using Territory.Model.Geography;

namespace Territory.Model.Terminals;

/// <summary>The coordinates as the source stated them, kept beside the WGS-84 location.</summary>
public sealed record OriginalCoordinates(
    [property: JsonConverter(typeof(JsonStringEnumConverter<CoordinateSystem>))] CoordinateSystem System,
    double Longitude,
    double Latitude);
