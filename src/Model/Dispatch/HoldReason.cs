using System.Text.Json.Serialization;

namespace Territory.Model.Dispatch;

/// <summary>Why a person took a stop off the day (暂不安排).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<HoldReason>))]
public enum HoldReason
{
    CustomerAsked,
    OutletClosed,
    NoGoods,
    CreditStop,
    RoadBlocked,
    VehicleBrokeDown,
    NoRoomToday,
    Other,
}
