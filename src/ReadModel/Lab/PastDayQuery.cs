using Territory.Journal;
using Territory.Model.Ids;

namespace Territory.ReadModel.Lab;

/// <summary>Where in the journal a region's day began, so that a person can name the past by its day.</summary>
public sealed class PastDayQuery(IJournal journal)
{
    /// <summary>The last position before anything is known to have happened on that day or later; null where nothing has.</summary>
    public async Task<long?> BeforeAsync(RegionId region, DateOnly day, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        using var rows = snapshot.Query(
            "SELECT MIN(position) FROM (SELECT MIN(position) AS position FROM visits WHERE region = ?1 AND day >= ?2 UNION ALL SELECT MIN(position) FROM deliveries WHERE region = ?1 AND day >= ?2)",
            region.Value, day.DayNumber);
        return rows.Read() && !rows.IsNull(0) ? rows.GetInt64(0) - 1 : null;
    }
}
