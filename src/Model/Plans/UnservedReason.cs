using System.Text.Json.Serialization;

namespace Territory.Model.Plans;

/// <summary>Why a stop is not on any route (未安排原因): the first rule that no vehicle could keep.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<UnservedReason>))]
public enum UnservedReason
{
    /// <summary>No road leads from the depot to the outlet and back.</summary>
    Unreachable,

    /// <summary>The load fits in no vehicle, even alone.</summary>
    LargerThanAnyVehicle,

    /// <summary>No vehicle may reach the door (限行).</summary>
    NoAllowedVehicle,

    /// <summary>Its window cannot be met by any vehicle, even as the only stop.</summary>
    WindowCannotBeMet,

    /// <summary>It cannot be reached and left within any shift, even as the only stop.</summary>
    ShiftTooShort,

    /// <summary>Alone it would fit, but every vehicle is full.</summary>
    NoCapacityLeft,

    /// <summary>Alone it would fit, but no route has the time left.</summary>
    NoTimeLeft,

    /// <summary>No vehicle is in service.</summary>
    NoVehicle,

    /// <summary>The outlet is closed on that day.</summary>
    ClosedThatDay,

    /// <summary>A person took it off the day.</summary>
    Held,

    /// <summary>It came after the plan was made, or its vehicle broke down, and nobody has placed it yet.</summary>
    NotPlanned,
}
