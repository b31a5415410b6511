using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Valhalla;

/// <summary>The parts of a matrix answer or an error that are read.</summary>
/// <param name="Rows">Rows of cells, or an object with the concise columns.</param>
/// <param name="Durations">The concise form at the top level.</param>
internal sealed record ValhallaAnswer(
    [property: JsonPropertyName("sources_to_targets")] JsonElement? Rows,
    [property: JsonPropertyName("durations")] double?[]?[]? Durations,
    [property: JsonPropertyName("distances")] double?[]?[]? Distances,
    [property: JsonPropertyName("units")] string? Units,
    [property: JsonPropertyName("error_code")] int? ErrorCode,
    [property: JsonPropertyName("error")] string? Error);
