using System.Text.Json;
using Territory.Contracts.Serialization;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Schedules;

namespace Territory.ReadModel.Schedules;

/// <summary>The schedules on record.</summary>
public static class DeliverySchedules
{
    private const string Select = "SELECT content FROM delivery_schedules WHERE distributor = ?1 AND run = ?2 ORDER BY part";

    /// <summary>What a run gave; null where nothing is on record.</summary>
    public static async Task<DeliverySchedule?> FindAsync(IJournal journal, DistributorId distributor, string run, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var parts = snapshot.List(Select, rows => rows.GetString(0), distributor.Value, run);
        return parts.Count == 0 ? null : JsonSerializer.Deserialize(string.Concat(parts), MessageJsonContext.Default.DeliverySchedule);
    }
}
