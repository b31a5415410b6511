using System.Text.Json;
using System.Text.Json.Serialization;

namespace Territory.Model.Quantities;

/// <summary>Writes a quantity as a plain JSON integer in its unit.</summary>
public sealed class QuantityConverter<TQuantity> : JsonConverter<TQuantity>
    where TQuantity : struct, IQuantity<TQuantity>
{
    /// <exception cref="JsonException">The number does not fit the quantity.</exception>
    public override TQuantity Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
    {
        try
        {
            return TQuantity.Of(reader.GetInt64());
        }
        catch (OverflowException overflow)
        {
            throw new JsonException($"The number is too large for {typeof(TQuantity).Name}.", overflow);
        }
    }

    public override void Write(Utf8JsonWriter writer, TQuantity value, JsonSerializerOptions options) => writer.WriteNumberValue(value.Amount);
}
