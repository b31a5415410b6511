using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.OpenRouteService;

/// <param name="Locations">Longitude, then latitude.</param>
/// <param name="Sources">Places in <paramref name="Locations"/>; null: all.</param>
internal sealed record OpenRouteServiceQuery(
    [property: JsonPropertyName("locations")] IEnumerable<double[]> Locations,
    [property: JsonPropertyName("metrics")] string[] Metrics,
    [property: JsonPropertyName("units")] string Units,
    [property: JsonPropertyName("sources"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? Sources,
    [property: JsonPropertyName("destinations"), JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)] string[]? Destinations);
