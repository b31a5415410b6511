using System.Text.Json.Serialization;

namespace Territory.Roads.Providers.Osrm;

[JsonSerializable(typeof(OsrmTable))]
internal sealed partial class OsrmJson : JsonSerializerContext;
