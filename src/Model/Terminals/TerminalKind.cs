using System.Text.Json.Serialization;

namespace Territory.Model.Terminals;

/// <summary>What sort of outlet it is (渠道类型).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TerminalKind>))]
public enum TerminalKind
{
    /// <summary>食杂店.</summary>
    Grocery,

    /// <summary>便利店.</summary>
    Convenience,

    /// <summary>超市.</summary>
    Supermarket,

    /// <summary>餐饮.</summary>
    Restaurant,

    /// <summary>特通: schools, stations, hospitals, filling stations.</summary>
    Special,

    /// <summary>批发.</summary>
    Wholesale,

    /// <summary>夜场.</summary>
    Nightlife,
}
