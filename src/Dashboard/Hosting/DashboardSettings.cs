using Territory.Model.Ids;
using Territory.Roads.Network;

namespace Territory.Dashboard.Hosting;

/// <summary>How the dashboard is served. Checked when it is added to the host.</summary>
public sealed record DashboardSettings
{
    /// <summary>Where the people's database and the keys that protect cookies lie; created when absent.</summary>
    public required string DataFolder { get; init; }

    /// <summary>
    /// The road network of a region, shared with whoever else uses it in this process; null where the region has none. It is asked for with every
    /// tile, and answers with the same object until the region gets another network.
    /// </summary>
    public required Func<RegionId, CancellationToken, ValueTask<RoadNetwork?>> Roads { get; init; }

    /// <summary>The port to listen on; 0 takes a free one.</summary>
    public int Port { get; init; } = 5080;

    /// <summary>Listen on every network interface. Off: only this machine can connect.</summary>
    public bool ListenOnAllInterfaces { get; init; }

    /// <summary>Host names that a browser may use; empty: loopback names when only this machine can connect, otherwise any.</summary>
    public IReadOnlyList<string> AllowedHosts { get; init; } = [];

    /// <summary>Attempts to sign in or to accept an invitation, per minute and address.</summary>
    public int SignInsPerMinute { get; init; } = 30;

    /// <summary>The most live connections at once; further ones are refused.</summary>
    public int MaxLiveClients { get; init; } = 1_000;

    /// <exception cref="ArgumentException">Lists every setting that is out of range.</exception>
    public void Validate()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(DataFolder))
            problems.Add($"{nameof(DataFolder)} is empty");
        if (Port is < 0 or > 65535)
            problems.Add($"{nameof(Port)} is {Port}, must be 0 to 65535");
        if (SignInsPerMinute < 1)
            problems.Add($"{nameof(SignInsPerMinute)} is {SignInsPerMinute}, must be at least 1");
        if (MaxLiveClients < 1)
            problems.Add($"{nameof(MaxLiveClients)} is {MaxLiveClients}, must be at least 1");
        if (problems.Count > 0)
            throw new ArgumentException($"Dashboard settings: {string.Join("; ", problems)}.");
    }
}
