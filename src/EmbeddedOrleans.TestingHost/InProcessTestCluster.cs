using System.Collections.ObjectModel;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Orleans.Configuration;
using Orleans.Hosting;
using Orleans.Runtime;

namespace Orleans.TestingHost;

/// <summary>A cluster in this process for tests: its silo's host, and a host with a client.</summary>
public sealed class InProcessTestCluster : IDisposable, IAsyncDisposable
{
    private readonly List<InProcessSiloHandle> _silos = [];
    private IHost? _clientHost;
    private short _started;
    private bool _disposed;

    internal InProcessTestCluster(InProcessTestClusterOptions options) => Options = options;

    public InProcessTestClusterOptions Options { get; }

    public ReadOnlyCollection<InProcessSiloHandle> Silos
    {
        get
        {
            lock (_silos)
                return _silos.ToList().AsReadOnly();
        }
    }

    /// <summary>The client.</summary>
    /// <exception cref="InvalidOperationException">The cluster has not been deployed, or the client has been stopped.</exception>
    public IClusterClient Client => _clientHost?.Services.GetRequiredService<IClusterClient>()
        ?? throw new InvalidOperationException("The test cluster has no client: it has not been deployed, or its client has been stopped.");

    /// <summary>Starts the silo and the client.</summary>
    /// <exception cref="NotSupportedException">More silos were asked for than the embedded runtime has.</exception>
    public async Task DeployAsync()
    {
        if (Silos.Count > 0)
            throw new InvalidOperationException("Cluster host already deployed.");
        if (Options.InitialSilosCount > 1)
        {
            throw new NotSupportedException(
                $"{Options.InitialSilosCount} silos were asked for, and the embedded runtime has one; tests of several silos run with GrainRuntime=Orleans.");
        }

        try
        {
            if (Options.InitialSilosCount > 0)
                await StartSiloAsync();
            if (Options.InitializeClientOnDeploy)
                await InitializeClientAsync();
        }
        catch
        {
            await StopAllSilosAsync();
            throw;
        }
    }

    public IEnumerable<InProcessSiloHandle> GetActiveSilos() => Silos.Where(silo => silo.IsActive);

    public InProcessSiloHandle? GetSiloForAddress(SiloAddress siloAddress) =>
        GetActiveSilos().FirstOrDefault(silo => silo.SiloAddress.Equals(siloAddress));

    public IServiceProvider GetSiloServiceProvider(SiloAddress? silo = null) => silo is null
        ? Silos[0].ServiceProvider
        : (GetSiloForAddress(silo) ?? throw new ArgumentException($"The provided silo address '{silo}' is unknown.", nameof(silo))).ServiceProvider;

    public async Task InitializeClientAsync()
    {
        await StopClusterClientAsync();
        var builder = EmptyHost("TestClusterClient");
        foreach (var configure in Options.ClientHostConfigurationDelegates)
            configure(builder);
        builder.UseOrleansClient(client => client.Configure<ClusterOptions>(NameCluster));
        var host = builder.Build();
        await host.StartAsync();
        _clientHost = host;
    }

    public async Task StopClusterClientAsync()
    {
        if (Interlocked.Exchange(ref _clientHost, null) is not { } host)
            return;
        await host.StopAsync();
        host.Dispose();
    }

    public Task StopSiloAsync(InProcessSiloHandle instance) => EndSiloAsync(instance, gracefully: true);

    /// <summary>Stops the silo as a crash would: no OnDeactivateAsync.</summary>
    public Task KillSiloAsync(InProcessSiloHandle instance) => EndSiloAsync(instance, gracefully: false);

    public async Task<InProcessSiloHandle?> RestartSiloAsync(InProcessSiloHandle instance)
    {
        await StopSiloAsync(instance);
        var silo = await StartSiloAsync();
        if (_clientHost is not null)
            await InitializeClientAsync();
        return silo;
    }

    public async Task StopSilosAsync()
    {
        foreach (var silo in Silos)
            await StopSiloAsync(silo);
    }

    public async Task StopAllSilosAsync()
    {
        await StopClusterClientAsync();
        await StopSilosAsync();
    }

    /// <summary>Completes when the present activation of the grain is gone; at once when there is none.</summary>
    public Task WaitForDeactivationAsync(GrainId grainId) => Find(grainId)?.Deactivated ?? Task.CompletedTask;

    public Task WaitForDeactivationAsync(IAddressable grain) => WaitForDeactivationAsync(grain.GetGrainId());

    /// <summary>Deactivates the present activation of the grain, if there is one.</summary>
    public async Task DeactivateAsync(GrainId grainId)
    {
        if (Find(grainId) is not { } context)
            return;

        context.Deactivate(new(DeactivationReasonCode.ApplicationRequested, $"{nameof(DeactivateAsync)} was called."));
        await context.Deactivated;
    }

    public Task DeactivateAsync(IAddressable grain) => DeactivateAsync(grain.GetGrainId());

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        if (_disposed)
            return;
        _disposed = true;
        await StopAllSilosAsync();
    }

    private static HostApplicationBuilder EmptyHost(string name) => Host.CreateApplicationBuilder(new HostApplicationBuilderSettings
    {
        ApplicationName = name,
        EnvironmentName = Environments.Development,
        DisableDefaults = true,
    });

    private IGrainContext? Find(GrainId grainId) =>
        GetActiveSilos().Select(silo => silo.ServiceProvider.GetRequiredService<Silo>().FindActivation(grainId)).FirstOrDefault();

    private async Task<InProcessSiloHandle> StartSiloAsync()
    {
        var number = _started++;
        var options = new InProcessTestSiloSpecificOptions { SiloName = number == 0 ? "Primary" : $"Secondary_{number}" };
        var builder = EmptyHost(options.SiloName);
        foreach (var configure in Options.SiloHostConfigurationDelegates)
            configure(options, builder);
        builder.UseOrleans(silo => silo
            .Configure<ClusterOptions>(NameCluster)
            .Configure<SiloOptions>(named => named.SiloName = options.SiloName));
        var host = builder.Build();
        await host.StartAsync();
        var handle = new InProcessSiloHandle
        {
            Name = options.SiloName,
            InstanceNumber = number,
            SiloHost = host,
            SiloAddress = host.Services.GetRequiredService<ILocalSiloDetails>().SiloAddress,
        };
        lock (_silos)
            _silos.Add(handle);
        return handle;
    }

    private async Task EndSiloAsync(InProcessSiloHandle instance, bool gracefully)
    {
        await instance.StopSiloAsync(gracefully);
        lock (_silos)
            _silos.Remove(instance);
        await instance.DisposeAsync();
    }

    private void NameCluster(ClusterOptions options) => (options.ClusterId, options.ServiceId) = (Options.ClusterId, Options.ServiceId);
}
