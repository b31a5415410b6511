using System.Text.Json.Serialization;

namespace Territory.Model.DispatchOrders;

[JsonConverter(typeof(JsonStringEnumConverter<DispatchOrderStatus>))]
public enum DispatchOrderStatus
{
    Issued,

    /// <summary>The vehicle is not needed any more.</summary>
    Cancelled,

    /// <summary>Handed back and reconciled.</summary>
    Closed,
}
