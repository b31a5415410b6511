using System.Text.Json.Serialization;

namespace Territory.Roads.Guidance;

/// <summary>What a driver does at one place of a route (驾驶动作).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ManeuverKind>))]
public enum ManeuverKind
{
    /// <summary>Leaves a stop. 出发.</summary>
    Depart,

    /// <summary>Goes from one road to another, or on under a new name. 转弯, 直行, 掉头.</summary>
    Turn,

    /// <summary>Enters a roundabout and leaves it by an exit. 环岛.</summary>
    Roundabout,

    /// <summary>Takes a slip road. 驶入匝道.</summary>
    Ramp,

    /// <summary>Joins a road from a slip road. 汇入.</summary>
    Merge,

    /// <summary>Boards a ferry. 上轮渡.</summary>
    Ferry,

    /// <summary>Reaches a stop. 到达.</summary>
    Arrive,
}
