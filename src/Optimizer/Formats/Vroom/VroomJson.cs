using System.Text.Json.Serialization;

namespace Territory.Optimizer.Formats.Vroom;

[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    AllowDuplicateProperties = false)]
[JsonSerializable(typeof(VroomInput))]
[JsonSerializable(typeof(VroomOutput))]
internal sealed partial class VroomJson : JsonSerializerContext;
