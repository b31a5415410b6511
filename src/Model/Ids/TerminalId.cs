using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies a terminal (终端).</summary>
[JsonConverter(typeof(StringIdConverter<TerminalId>))]
public readonly record struct TerminalId(string Value) : IStringId<TerminalId>
{
    public static TerminalId From(string value) => new(value);

    public override string ToString() => Value;
}
