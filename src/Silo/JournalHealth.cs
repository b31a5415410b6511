using Microsoft.Extensions.Diagnostics.HealthChecks;
using Territory.Journal;

namespace Territory.Silo;

/// <summary>Healthy while the journal can be read, takes what is written, and has room to grow; the answer names its position.</summary>
internal sealed class JournalHealth(IJournal journal, SiloSettings settings) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (journal.WriteFailure is { } failure)
            return HealthCheckResult.Unhealthy($"The latest commands could not be recorded: {failure}");
        var freeBytes = new DriveInfo(Path.GetFullPath(settings.DataDirectory)).AvailableFreeSpace;
        return freeBytes < settings.LeastFreeBytes
            ? HealthCheckResult.Unhealthy($"The disk of the data directory has {freeBytes} bytes left; the journal needs {settings.LeastFreeBytes}.")
            : HealthCheckResult.Healthy($"Journal at position {journal.Position}.");
    }
}
