using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime.Silos;

/// <summary>Connects a client host to the silo of its cluster in this process.</summary>
internal sealed class ClientService(IOptions<ClusterOptions> cluster) : IHostedService
{
    private Silo? _silo;

    internal Silo Silo => Volatile.Read(ref _silo)
        ?? throw new InvalidOperationException("The client is not connected: start its host first, and do not use it after it has stopped.");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _silo, LocalClusters.Find(cluster.Value));
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken)
    {
        Volatile.Write(ref _silo, null);
        return Task.CompletedTask;
    }
}
