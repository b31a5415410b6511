using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Valhalla;

/// <summary>The concise form of a matrix: seconds, and distances in the unit of the answer.</summary>
internal sealed record ValhallaColumns(
    [property: JsonPropertyName("durations")] double?[]?[]? Durations,
    [property: JsonPropertyName("distances")] double?[]?[]? Distances);
