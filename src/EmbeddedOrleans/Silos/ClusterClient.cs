namespace Orleans.Runtime.Silos;

/// <summary>The grains as seen by code outside them, in the silo's own host or in another host of the process.</summary>
internal sealed class ClusterClient(IServiceProvider services, Func<Silo> silo) : GrainFactory(silo), IClusterClient
{
    public IServiceProvider ServiceProvider { get; } = services;
}
