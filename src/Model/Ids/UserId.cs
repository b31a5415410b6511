using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies a user (用户).</summary>
[JsonConverter(typeof(StringIdConverter<UserId>))]
public readonly record struct UserId(string Value) : IStringId<UserId>
{
    public static UserId From(string value) => new(value);

    public override string ToString() => Value;
}
