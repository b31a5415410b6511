using Microsoft.Extensions.DependencyInjection;
using Orleans.Serialization;

namespace Territory.Contracts.Serialization;

/// <summary>Model values carry no Orleans attributes: between processes they travel as the same JSON that the journal and the API use.</summary>
public static class ModelSerialization
{
    /// <summary>For silos and clients alike.</summary>
    public static IServiceCollection AddModelSerialization(this IServiceCollection services) =>
        services.AddSerializer(serializer => serializer.AddJsonSerializer(IsModelType));

    private static bool IsModelType(Type type) => type.Namespace?.StartsWith("Territory.Model", StringComparison.Ordinal) == true;
}
