using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime.Silos;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds a client to a host; it connects to the silo of the same cluster in this process.</summary>
public static class OrleansClientGenericHostExtensions
{
    public static IHostApplicationBuilder UseOrleansClient(this IHostApplicationBuilder hostAppBuilder) =>
        hostAppBuilder.UseOrleansClient(static _ => { });

    public static IHostApplicationBuilder UseOrleansClient(
        this IHostApplicationBuilder hostAppBuilder, Action<IClientBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        hostAppBuilder.Services.AddOrleansClient(hostAppBuilder.Configuration, configureDelegate);
        return hostAppBuilder;
    }

    public static IHostBuilder UseOrleansClient(this IHostBuilder hostBuilder, Action<IClientBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        return hostBuilder.UseOrleansClient((_, client) => configureDelegate(client));
    }

    public static IHostBuilder UseOrleansClient(this IHostBuilder hostBuilder, Action<HostBuilderContext, IClientBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        return hostBuilder.ConfigureServices((context, services) =>
            services.AddOrleansClient(context.Configuration, client => configureDelegate(context, client)));
    }

    public static IServiceCollection AddOrleansClient(this IServiceCollection services, Action<IClientBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        services.AddOrleansClient(new ConfigurationBuilder().Build(), configureDelegate);
        return services;
    }

    private static void AddOrleansClient(
        this IServiceCollection services, IConfiguration configuration, Action<IClientBuilder> configureDelegate)
    {
        if (services.All(service => service.ServiceType != typeof(ClientService)))
        {
            services.AddOptions();
            services.AddLogging();
            services.AddSingleton<ClientService>();
            services.AddHostedService(provider => provider.GetRequiredService<ClientService>());
            services.TryAddSingleton<IClusterClient>(provider =>
            {
                var connection = provider.GetRequiredService<ClientService>();
                return new ClusterClient(provider, () => connection.Silo);
            });
            services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<IClusterClient>());
        }

        configureDelegate(new HostingBuilder(services, configuration));
    }
}
