using Territory.Contracts.Plans;
using Territory.Grains.Plans;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Plans;

namespace Territory.Grains.Following;

/// <summary>The published delivery plans of a region's day, with the files they name.</summary>
internal static class FollowedPlanQueries
{
    private const string Published = """
        SELECT party FROM plans WHERE kind = 'delivery-plan' AND region = ?1 AND day = ?2 AND published_position IS NOT NULL GROUP BY party ORDER BY party
        """;

    /// <param name="kept">Plans read before; those that still hold are taken over with what they have found.</param>
    public static IReadOnlyList<FollowedPlan> Read(IQueryConnection connection, RegionId region, DateOnly date, IReadOnlyList<FollowedPlan> kept)
    {
        var plans = new List<FollowedPlan>();
        foreach (var distributor in Parties(connection, region, date))
        {
            if (ActorStates.Find<DeliveryPlanState>(connection, PlanKey.Of(distributor, date)).State?.Published is not { } plan)
                continue;
            var known = kept.FirstOrDefault(candidate => candidate.Plan.Distributor == distributor && candidate.Plan.Date == date && candidate.Plan.Version == plan.Version);
            plans.Add(known ?? Read(connection, plan));
        }

        return plans;
    }

    private static FollowedPlan Read(IQueryConnection connection, DeliveryPlan plan) => new(
        plan,
        ActorStates.Find<DistributorState>(connection, plan.Distributor.Value).State!.File,
        PlanQueries.VehiclesOf(connection, plan.Distributor),
        [
            .. plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).Select(stop => stop.Terminal).Distinct()
                .OrderBy(terminal => terminal.Value, StringComparer.Ordinal).Select(terminal => PlanQueries.FileOf(connection, terminal)),
        ]);

    private static List<DistributorId> Parties(IQueryConnection connection, RegionId region, DateOnly date)
    {
        var parties = new List<DistributorId>();
        using var rows = connection.Query(Published, region.Value, date.DayNumber);
        while (rows.Read())
            parties.Add(new DistributorId(rows.GetString(0)));
        return parties;
    }
}
