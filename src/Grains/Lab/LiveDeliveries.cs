using Territory.Journal;
using Territory.Simulation.Lab.Scenarios.Fitting;

namespace Territory.Grains.Lab;

/// <summary>What a live region's terminals have been delivered, as history for the lab.</summary>
public sealed class LiveDeliveries(IJournal journal)
{
    /// <summary>Those of so many days, the earliest first.</summary>
    public async Task<IReadOnlyList<Delivery>> ReadAsync(string region, DateOnly firstDay, int days, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var deliveries = new List<Delivery>();
        using var rows = snapshot.Query(
            "SELECT day, terminal, cases FROM deliveries WHERE region = ?1 AND cases > 0 AND day >= ?2 AND day < ?3 ORDER BY day, position",
            region, firstDay.DayNumber, firstDay.DayNumber + days);
        while (rows.Read())
            deliveries.Add(new Delivery(DateOnly.FromDayNumber(rows.GetInt32(0)), rows.GetString(1), rows.GetInt32(2)));
        return deliveries;
    }
}
