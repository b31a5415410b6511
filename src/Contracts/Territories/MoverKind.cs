using System.Text.Json.Serialization;

namespace Territory.Contracts.Territories;

[JsonConverter(typeof(JsonStringEnumConverter<MoverKind>))]
public enum MoverKind
{
    Rep,
    Vehicle,
}
