using Orleans.Configuration;

namespace Orleans.Runtime.Silos;

/// <summary>The silos of this process, so that a client in another host of the process finds its cluster.</summary>
internal static class LocalClusters
{
    private static readonly Lock Gate = new();
    private static readonly List<(string ServiceId, string ClusterId, Silo Silo)> Silos = [];

    internal static void Add(ClusterOptions cluster, Silo silo)
    {
        lock (Gate)
            Silos.Add((cluster.ServiceId, cluster.ClusterId, silo));
    }

    internal static void Remove(Silo silo)
    {
        lock (Gate)
            Silos.RemoveAll(entry => entry.Silo == silo);
    }

    /// <summary>The silo that was started last.</summary>
    /// <exception cref="SiloUnavailableException">No silo of that cluster runs in this process.</exception>
    internal static Silo Find(ClusterOptions cluster)
    {
        lock (Gate)
        {
            return Silos.LastOrDefault(entry => entry.ServiceId == cluster.ServiceId && entry.ClusterId == cluster.ClusterId).Silo
                ?? throw new SiloUnavailableException(
                    $"No silo of service {cluster.ServiceId}, cluster {cluster.ClusterId} runs in this process. The embedded runtime never leaves one process: start the silo first, or build with GrainRuntime=Orleans.");
        }
    }
}
