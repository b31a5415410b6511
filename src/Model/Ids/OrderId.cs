using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies a order (订单).</summary>
[JsonConverter(typeof(StringIdConverter<OrderId>))]
public readonly record struct OrderId(string Value) : IStringId<OrderId>
{
    public static OrderId From(string value) => new(value);

    public override string ToString() => Value;
}
