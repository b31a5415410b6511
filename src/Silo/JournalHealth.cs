using Microsoft.Extensions.Diagnostics.HealthChecks;
using Territory.Journal;

namespace Territory.Silo;

/// <summary>Healthy while the journal can be read; the answer names its position.</summary>
internal sealed class JournalHealth(IJournal journal) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return HealthCheckResult.Healthy($"Journal at position {journal.Position}.");
    }
}
