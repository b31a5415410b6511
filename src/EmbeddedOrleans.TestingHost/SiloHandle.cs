using Orleans.Runtime;

namespace Orleans.TestingHost;

/// <summary>A silo of a test cluster.</summary>
public abstract class SiloHandle : IDisposable, IAsyncDisposable
{
    public string Name { get; init; } = "";

    public required SiloAddress SiloAddress { get; init; }

    public abstract bool IsActive { get; }

    /// <summary>Stops the silo; not gracefully means as in a crash, without deactivating grains.</summary>
    public abstract Task StopSiloAsync(bool stopGracefully);

    /// <summary>Stops the silo gracefully until the token is canceled, and then as in a crash.</summary>
    public abstract Task StopSiloAsync(CancellationToken ct);

    public void Dispose()
    {
        Dispose(disposing: true);
        GC.SuppressFinalize(this);
    }

    public abstract ValueTask DisposeAsync();

    protected abstract void Dispose(bool disposing);
}
