using Microsoft.Extensions.Hosting;

namespace Orleans.TestingHost;

/// <summary>A silo of a test cluster, in this process.</summary>
public sealed class InProcessSiloHandle : SiloHandle
{
    private bool _isActive = true;

    public required IHost SiloHost { get; init; }

    public IServiceProvider ServiceProvider => SiloHost.Services;

    public short InstanceNumber { get; init; }

    public override bool IsActive => _isActive;

    public override async Task StopSiloAsync(bool stopGracefully)
    {
        using var cancellation = new CancellationTokenSource();
        if (!stopGracefully)
            await cancellation.CancelAsync();
        await StopSiloAsync(cancellation.Token);
    }

    public override async Task StopSiloAsync(CancellationToken ct)
    {
        if (!_isActive)
            return;

        try
        {
            await SiloHost.StopAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // A killed silo has nothing to say about how it stopped.
        }
        finally
        {
            _isActive = false;
        }
    }

    public override async ValueTask DisposeAsync()
    {
        await StopSiloAsync(stopGracefully: true);
        if (SiloHost is IAsyncDisposable host)
            await host.DisposeAsync();
        else
            SiloHost.Dispose();
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
