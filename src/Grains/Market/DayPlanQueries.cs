using System.Text.Json;
using Territory.Grains.Plans;
using Territory.Journal.Sql;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Regions;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;
using Territory.Simulation.Market;

namespace Territory.Grains.Market;

/// <summary>The published plans of a region's day with the orders they name.</summary>
internal static class DayPlanQueries
{
    private const string PublishedPlans = """
        SELECT p.kind, max(p.published_position), a.state
        FROM plans p JOIN actor_state a ON a.kind = p.kind AND a.id = p.party || '@' || ?3
        WHERE p.region = ?1 AND p.day = ?2 AND p.published_position IS NOT NULL GROUP BY p.kind, p.party ORDER BY p.kind, p.party
        """;

    public static DayPlans Read(IQueryConnection connection, Region region, DateOnly date)
    {
        var revision = 0L;
        var visits = new List<VisitPlan>();
        var deliveries = new List<DeliveryPlan>();
        using (var rows = connection.Query(
            PublishedPlans, region.Id.Value, date.DayNumber, date.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)))
        {
            while (rows.Read())
            {
                revision = Math.Max(revision, rows.GetInt64(1));
                if (rows.GetString(0) == ActorKind.VisitPlan)
                    visits.Add(JsonSerializer.Deserialize(rows.GetBytes(2), StateJsonContext.Default.VisitPlanState)!.Published!);
                else
                    deliveries.Add(JsonSerializer.Deserialize(rows.GetBytes(2), StateJsonContext.Default.DeliveryPlanState)!.Published!);
            }
        }

        var orders = new List<Order>();
        foreach (var id in deliveries.SelectMany(plan => plan.Routes).SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders))
        {
            if (PlanQueries.FindOrder(connection, region, id) is { } order)
                orders.Add(order);
        }

        return new DayPlans(date, revision, visits, deliveries, orders);
    }
}
