using Microsoft.Extensions.Options;
using Orleans.Configuration;

namespace Orleans.Runtime.Silos;

internal sealed class LocalSiloDetails(Silo silo, IOptions<SiloOptions> options, IOptions<ClusterOptions> cluster) : ILocalSiloDetails
{
    public string Name => options.Value.SiloName;

    public string ClusterId => cluster.Value.ClusterId;

    public SiloAddress SiloAddress => silo.Address;

    public SiloAddress GatewayAddress => silo.Address;
}
