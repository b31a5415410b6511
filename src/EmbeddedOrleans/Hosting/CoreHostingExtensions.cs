using System.Net;
using Microsoft.Extensions.DependencyInjection;
using Orleans.Configuration;

namespace Orleans.Hosting;

/// <summary>How a silo finds its cluster: in one process, by doing nothing.</summary>
public static class CoreHostingExtensions
{
    /// <summary>Names the cluster. Nothing listens on the ports.</summary>
    public static ISiloBuilder UseLocalhostClustering(
        this ISiloBuilder builder,
        int siloPort = 11111,
        int gatewayPort = 30000,
        IPEndPoint? primarySiloEndpoint = null,
        string serviceId = LocalhostClustering.Id,
        string clusterId = LocalhostClustering.Id)
    {
        builder.Services.Configure<ClusterOptions>(options => (options.ServiceId, options.ClusterId) = (serviceId, clusterId));
        return builder.ConfigureEndpoints(siloPort, gatewayPort);
    }
}
