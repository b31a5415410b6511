using System.Text.Json.Serialization;

namespace Territory.Model.Terminals;

/// <summary>The ABC class (终端分级): A by volume and potential at the top.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<TerminalClass>))]
public enum TerminalClass
{
    A,
    B,
    C,
}
