using System.Text.Json.Serialization;

namespace Territory.Model.Terminals;

/// <summary>Whether the outlet trades with us (终端状态). Only active outlets are in the visiting universe.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TerminalStatus>))]
public enum TerminalStatus
{
    /// <summary>正常.</summary>
    Active,

    /// <summary>休业.</summary>
    Paused,

    /// <summary>不合作.</summary>
    NonCooperating,

    /// <summary>倒闭.</summary>
    Closed,

    /// <summary>潜在.</summary>
    Prospect,
}
