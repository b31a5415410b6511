using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Valhalla;

internal sealed record ValhallaQuery(
    [property: JsonPropertyName("sources")] IEnumerable<ValhallaPlace> Sources,
    [property: JsonPropertyName("targets")] IEnumerable<ValhallaPlace> Targets,
    [property: JsonPropertyName("costing")] string Costing,
    [property: JsonPropertyName("units")] string Units,
    [property: JsonPropertyName("verbose")] bool Verbose);
