using System.Text.Json.Serialization;
using Territory.Cli.Load;

namespace Territory.Cli.Instance;

[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(InstanceAddress))]
[JsonSerializable(typeof(ForwardedCommand))]
[JsonSerializable(typeof(ForwardedLine))]
[JsonSerializable(typeof(LoadPreparation))]
[JsonSerializable(typeof(LoadSettlement))]
[JsonSerializable(typeof(LoadStored))]
internal sealed partial class InstanceJson : JsonSerializerContext;
