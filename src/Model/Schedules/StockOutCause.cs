using System.Text.Json.Serialization;

namespace Territory.Model.Schedules;

/// <summary>Why a schedule lets an outlet run out (缺货原因).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<StockOutCause>))]
public enum StockOutCause
{
    /// <summary>The outlet runs out before the first day on which it can be served.</summary>
    BeforeFirstDelivery,

    /// <summary>No road, or no vehicle that may come, reaches the outlet within a shift.</summary>
    NotReachable,

    /// <summary>Vehicles, the depot or the shelf hold too little, or the delivery costs more than the sales lost.</summary>
    NotWorthIt,
}
