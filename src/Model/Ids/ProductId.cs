using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies a product (产品).</summary>
[JsonConverter(typeof(StringIdConverter<ProductId>))]
public readonly record struct ProductId(string Value) : IStringId<ProductId>
{
    public static ProductId From(string value) => new(value);

    public override string ToString() => Value;
}
