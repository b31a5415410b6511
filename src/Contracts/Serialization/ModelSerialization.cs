using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Territory.Contracts.Serialization;

/// <summary>Model values carry no Orleans attributes: between processes they travel as the same JSON that the journal and the API use.</summary>
public static class ModelSerialization
{
    /// <summary>The form of Model values on the wire: the messages' own, and by reflection what no message declares.</summary>
    public static JsonSerializerOptions Options { get; } = new(MessageJsonContext.Default.Options)
    {
        TypeInfoResolver = JsonTypeInfoResolver.Combine(MessageJsonContext.Default, EventJsonContext.Default, new DefaultJsonTypeInfoResolver()),
    };

    /// <summary>For silos and clients alike.</summary>
    public static IServiceCollection AddModelSerialization(this IServiceCollection services) =>
        services.AddSerializer(serializer => serializer.AddJsonSerializer(IsModelType, Options));

    /// <summary>Whether a type's values travel as JSON. Everything else has a codec of Orleans's own or a generated one.</summary>
    public static bool IsModelType(Type type) => type.Namespace?.StartsWith("Territory.Model", StringComparison.Ordinal) == true;
}
