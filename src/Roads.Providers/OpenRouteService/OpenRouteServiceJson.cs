using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.OpenRouteService;

[JsonSerializable(typeof(OpenRouteServiceAnswer))]
[JsonSerializable(typeof(OpenRouteServiceQuery))]
internal sealed partial class OpenRouteServiceJson : JsonSerializerContext;
