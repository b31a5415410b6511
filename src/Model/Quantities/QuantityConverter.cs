using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Model.Quantities;

/// <summary>Writes a quantity as a plain JSON integer in its unit.</summary>
public sealed class QuantityConverter<TQuantity> : JsonConverter<TQuantity>
    where TQuantity : struct, IQuantity<TQuantity>
{
    public override TQuantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => TQuantity.Of(reader.GetInt64());

    public override void Write(Utf8JsonWriter writer, TQuantity value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
}
