using System.Text.Json.Serialization;

namespace Territory.Model.Following;

/// <summary>What was noticed about a vehicle on the way.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<NoticeKind>))]
public enum NoticeKind
{
    /// <summary>It reached a stop (到达).</summary>
    Arrived,

    /// <summary>It left a stop (离开).</summary>
    Left,

    /// <summary>It is far from the roads of its planned trip (偏航).</summary>
    OffRoute,

    /// <summary>It stands still where it has no stop (异常停留).</summary>
    LongStop,
}
