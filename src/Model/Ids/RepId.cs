using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies a rep (业务员).</summary>
[JsonConverter(typeof(StringIdConverter<RepId>))]
public readonly record struct RepId(string Value) : IStringId<RepId>
{
    public static RepId From(string value) => new(value);

    public override string ToString() => Value;
}
