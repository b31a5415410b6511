using System.Text.Json.Serialization;

namespace Territory.Contracts.Territories;

[JsonConverter(typeof(JsonStringEnumConverter<MoverActivity>))]
public enum MoverActivity
{
    OffDuty,
    Travelling,
    AtStop,
}
