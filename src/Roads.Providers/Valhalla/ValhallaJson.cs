using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Valhalla;

[JsonSerializable(typeof(ValhallaAnswer))]
[JsonSerializable(typeof(ValhallaColumns))]
[JsonSerializable(typeof(ValhallaCell[][]))]
[JsonSerializable(typeof(ValhallaQuery))]
internal sealed partial class ValhallaJson : JsonSerializerContext;
