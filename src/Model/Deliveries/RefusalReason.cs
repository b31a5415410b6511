using System.Text.Json.Serialization;

namespace Territory.Model.Deliveries;

/// <summary>Why goods came back (拒收原因).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RefusalReason>))]
public enum RefusalReason
{
    None,
    OutletClosed,
    NoCash,
    NotOrdered,
    Damaged,
    NearExpiry,
    PriceDisagreement,
    OutOfStockAtDepot,
    Other,
}
