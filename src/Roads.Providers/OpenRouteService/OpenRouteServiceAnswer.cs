using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.OpenRouteService;

/// <summary>The parts of a matrix answer or an error that are read.</summary>
/// <param name="Error">A text from the gate before the service, an object with code and message from the service itself.</param>
internal sealed record OpenRouteServiceAnswer(
    [property: JsonPropertyName("durations")] double?[]?[]? Durations,
    [property: JsonPropertyName("distances")] double?[]?[]? Distances,
    [property: JsonPropertyName("error")] JsonElement? Error,
    [property: JsonPropertyName("message")] string? Message);
