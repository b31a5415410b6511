using System.Text.Json.Serialization;

namespace Territory.Model.DispatchOrders;

/// <summary>Who signs a dispatch order: driver (司机), warehouse keeper (仓管), supervisor (主管).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<SignerRole>))]
public enum SignerRole
{
    Driver,
    Warehouse,
    Supervisor,
}
