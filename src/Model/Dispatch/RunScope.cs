using System.Text.Json.Serialization;

namespace Territory.Model.Dispatch;

/// <summary>What a re-optimisation (重新优化) may change. What has departed and what is locked against everyone it never changes.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<RunScope>))]
public enum RunScope
{
    /// <summary>The order and trips of the named vehicles' own stops.</summary>
    Routes,

    /// <summary>Only where the stops of the tray go; the others stay with their vehicles, in their order.</summary>
    Unserved,

    /// <summary>Order, trips and the tray; every stop that is on a vehicle stays on it.</summary>
    KeepVehicles,

    /// <summary>All that is not locked.</summary>
    Unlocked,

    /// <summary>Locks that hold against the optimiser are set aside as well.</summary>
    Everything,
}
