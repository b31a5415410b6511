using System.Text.Json.Serialization;

namespace Territory.Model.Travel;

/// <summary>How someone moves on the roads; decides speeds and access.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TravelMode>))]
public enum TravelMode
{
    Car,
    Van,
    Motorbike,
    Foot,
}
