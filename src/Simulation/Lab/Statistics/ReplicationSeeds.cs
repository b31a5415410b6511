using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Statistics;

/// <summary>The seeds of replications: a pure function of (seed, replication), so that scenarios of one plan meet the same chances (共同随机数).</summary>
public static class ReplicationSeeds
{
    private static readonly EntityKey Branch = EntityKey.Of("lab replication");

    /// <param name="replication">From 0.</param>
    public static ulong Of(ulong seed, int replication)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(replication);
        return SeedTree.SeedOf(seed, Branch, replication);
    }
}
