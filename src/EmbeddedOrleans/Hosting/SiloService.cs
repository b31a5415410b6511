using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime.Silos;

/// <summary>Starts and stops the silo with its host.</summary>
internal sealed class SiloService(
    Silo silo, IServiceProvider services, IEnumerable<StartupTask> startupTasks, IOptions<ClusterOptions> cluster) : IHostedService
{
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        silo.Start();
        LocalClusters.Add(cluster.Value, silo);
        silo.Log.Started(silo.Address, silo.Catalog.Count);
        foreach (var task in startupTasks)
            await task.Run(services, cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        LocalClusters.Remove(silo);
        await silo.Stop(cancellationToken);
        silo.Log.Stopped(silo.Address);
    }
}
