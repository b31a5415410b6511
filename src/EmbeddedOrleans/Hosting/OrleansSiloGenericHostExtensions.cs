using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Orleans;
using Orleans.Hosting;
using Orleans.Runtime;
using Orleans.Runtime.Silos;

namespace Microsoft.Extensions.Hosting;

/// <summary>Adds a silo to a host.</summary>
public static class OrleansSiloGenericHostExtensions
{
    public static IHostApplicationBuilder UseOrleans(this IHostApplicationBuilder hostAppBuilder) =>
        hostAppBuilder.UseOrleans(static _ => { });

    public static IHostApplicationBuilder UseOrleans(this IHostApplicationBuilder hostAppBuilder, Action<ISiloBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        hostAppBuilder.Services.AddOrleans(hostAppBuilder.Configuration, configureDelegate);
        return hostAppBuilder;
    }

    public static IHostBuilder UseOrleans(this IHostBuilder hostBuilder, Action<ISiloBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        return hostBuilder.UseOrleans((_, silo) => configureDelegate(silo));
    }

    public static IHostBuilder UseOrleans(this IHostBuilder hostBuilder, Action<HostBuilderContext, ISiloBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        return hostBuilder.ConfigureServices((context, services) =>
            services.AddOrleans(context.Configuration, silo => configureDelegate(context, silo)));
    }

    public static IServiceCollection AddOrleans(this IServiceCollection services, Action<ISiloBuilder> configureDelegate)
    {
        ArgumentNullException.ThrowIfNull(configureDelegate);
        return services.AddOrleans(new ConfigurationBuilder().Build(), configureDelegate);
    }

    private static IServiceCollection AddOrleans(
        this IServiceCollection services, IConfiguration configuration, Action<ISiloBuilder> configureDelegate)
    {
        // A host has one silo however often this is called; the later calls only configure it further.
        if (services.All(service => service.ServiceType != typeof(Silo)))
        {
            services.AddOptions();
            services.AddLogging();
            services.AddMetrics();
            services.TryAddSingleton(TimeProvider.System);
            services.AddSingleton(new SiloServices(services));
            services.AddSingleton<Silo>();
            services.TryAddSingleton<ILocalSiloDetails, LocalSiloDetails>();
            services.TryAddSingleton<IGrainFactory>(provider => provider.GetRequiredService<Silo>().Factory);
            services.TryAddSingleton<IClusterClient>(provider =>
            {
                var silo = provider.GetRequiredService<Silo>();
                return new ClusterClient(provider, () => silo);
            });
            services.AddHostedService<SiloService>();
        }

        configureDelegate(new HostingBuilder(services, configuration));
        return services;
    }
}
