using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Osrm;

/// <summary>The parts of a table answer that are read. A null cell is a pair without a road.</summary>
internal sealed record OsrmTable(
    [property: JsonPropertyName("code")] string? Code,
    [property: JsonPropertyName("message")] string? Message,
    [property: JsonPropertyName("durations")] double?[]?[]? Durations,
    [property: JsonPropertyName("distances")] double?[]?[]? Distances);
