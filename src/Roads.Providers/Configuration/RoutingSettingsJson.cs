using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Configuration;

/// <summary>Strict: a misspelt member would be a setting that silently does nothing. Comments are allowed, people write this file.</summary>
[JsonSourceGenerationOptions(
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow, ReadCommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true, RespectNullableAnnotations = true)]
[JsonSerializable(typeof(RoutingSettings))]
internal sealed partial class RoutingSettingsJson : JsonSerializerContext;
