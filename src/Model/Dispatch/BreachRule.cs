using System.Text.Json.Serialization;

namespace Territory.Model.Dispatch;

/// <summary>A rule that a plan made by hand may break.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<BreachRule>))]
public enum BreachRule
{
    /// <summary>Service starts after the stop's last window; the amount is in seconds.</summary>
    Window,

    /// <summary>The vehicle is back after its shift; the amount is in seconds.</summary>
    Shift,

    /// <summary>The vehicle leaves the depot after its hours; the amount is in seconds.</summary>
    DepotHours,

    /// <summary>A trip carries more cases than the vehicle holds.</summary>
    Cases,

    /// <summary>A trip weighs more than the vehicle carries; the amount is in grams.</summary>
    Mass,

    /// <summary>A trip takes more room than the vehicle has; the amount is in millilitres.</summary>
    Volume,

    /// <summary>More trips than the vehicle makes in a shift.</summary>
    Trips,

    /// <summary>The vehicle may not come to the outlet (限行).</summary>
    VehicleLimit,

    /// <summary>The outlet is closed all day.</summary>
    Closed,

    /// <summary>No road leads there.</summary>
    NoRoad,

    /// <summary>The vehicle is not in service, or broke down before.</summary>
    OutOfService,
}
