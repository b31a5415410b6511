using System.Text.Json;
using Territory.Contracts.Plans;
using Territory.Grains.Plans;
using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Following;
using Territory.ReadModel.Market;
using Territory.ReadModel.Plans;
using Territory.ReadModel.Serialization;

namespace Territory.Grains.Following;

/// <summary>Whose next day is to be planned by now.</summary>
internal static class CutOffQueries
{
    public static bool HasMarket(IQueryConnection connection, RegionId region) => ActorStates.Find<MarketState>(connection, region.Value).State is not null;

    /// <summary>
    /// Distributors whose cut-off has passed, with the working day after it, where orders are due and nobody has planned yet. The day itself is due too until its first shift begins:
    /// the evening before was missed.
    /// </summary>
    public static IReadOnlyList<(DistributorFile Distributor, DateOnly Date)> Due(IQueryConnection connection, Region region, DateTimeOffset now)
    {
        var (today, at) = region.ToLocal(now);
        var due = new List<(DistributorFile, DateOnly)>();
        foreach (var distributor in Distributors(connection, region.Id))
        {
            if (region.Calendar.IsWorkingDay(today) && at < FirstShift(connection, distributor.Id) && IsOpen(connection, region, distributor.Id, today))
                due.Add((distributor, today));
            var next = region.Calendar.NextWorkingDay(today);
            if (at >= distributor.CutOff && IsOpen(connection, region, distributor.Id, next))
                due.Add((distributor, next));
        }

        return due;
    }

    /// <summary>Distributors whose vehicles are all back and whose day nobody has closed.</summary>
    public static IReadOnlyList<DistributorId> Over(IQueryConnection connection, Region region, DateOnly today) =>
    [
        .. Distributors(connection, region.Id).Select(file => file.Id).Where(distributor =>
            ActorStates.Find<DeliveryDayState>(connection, PlanKey.Of(distributor, today)).State is null
            && DayCloseQuery.Standing(connection, region, distributor, today).IsAllBack),
    ];

    private static bool IsOpen(IQueryConnection connection, Region region, DistributorId distributor, DateOnly date) =>
        ActorStates.Find<DeliveryPlanState>(connection, PlanKey.Of(distributor, date)).State is null && PlanQueries.OrdersDue(connection, region, distributor, date).Count > 0;

    private static TimeOfDay FirstShift(IQueryConnection connection, DistributorId distributor) =>
        PlanQueries.VehiclesOf(connection, distributor).Where(vehicle => vehicle.InService).Select(vehicle => vehicle.Shift.Start).DefaultIfEmpty(TimeOfDay.Midnight).Min();

    private static List<DistributorFile> Distributors(IQueryConnection connection, RegionId region)
    {
        var files = new List<DistributorFile>();
        using var rows = connection.Query("SELECT file FROM distributors WHERE region = ?1 ORDER BY id", region.Value);
        while (rows.Read())
            files.Add(JsonSerializer.Deserialize(rows.GetString(0), StateJsonContext.Default.DistributorFile)!);
        return files;
    }
}
