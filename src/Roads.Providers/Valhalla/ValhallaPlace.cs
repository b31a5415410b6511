using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Valhalla;

internal sealed record ValhallaPlace([property: JsonPropertyName("lat")] double Latitude, [property: JsonPropertyName("lon")] double Longitude);
