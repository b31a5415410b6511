using Microsoft.Extensions.DependencyInjection;

namespace Orleans.Serialization;

/// <summary>Registers serialization.</summary>
public static class ServiceCollectionExtensions
{
    public static IServiceCollection AddSerializer(this IServiceCollection services, Action<ISerializerBuilder>? configure = null)
    {
        configure?.Invoke(new SerializerBuilder(services));
        return services;
    }
}
