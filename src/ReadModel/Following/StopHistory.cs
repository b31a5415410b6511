using Territory.Contracts.Plans;
using Territory.Journal.Sql;
using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Regions;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Plans;

namespace Territory.ReadModel.Following;

/// <summary>A stop of a published plan that was made.</summary>
/// <param name="Travel">The way there; null where the vehicle did not come from the planned place.</param>
/// <param name="Service">Null where nothing was handed over.</param>
public sealed record StopMade(TimeOfDay Arrival, Duration PlannedTravel, Duration? Travel, Duration PlannedService, Duration? Service);

/// <summary>The stops that a distributor's vehicles made over some days, each against the plan that was published for it.</summary>
public static class StopHistory
{
    /// <param name="before">The first day that does not count.</param>
    public static IReadOnlyList<StopMade> Read(IQueryConnection connection, Region region, DistributorId distributor, DateOnly from, DateOnly before)
    {
        var made = new List<StopMade>();
        for (var date = from; date < before; date = date.AddDays(1))
        {
            if (ActorStates.Find<DeliveryPlanState>(connection, PlanKey.Of(distributor, date)).State?.Published is not { } plan)
                continue;
            var trips = TripRow.Read(connection, region, date).ToLookup(trip => trip.Vehicle);
            var drops = DropRow.Read(connection, region, date).ToLookup(drop => drop.Vehicle);
            foreach (var route in plan.Routes)
            {
                var close = new VehicleReckoning(distributor, route, [.. trips[route.Vehicle]], [.. drops[route.Vehicle]]).Reckon();
                made.AddRange(close.Stops.Where(stop => stop.Arrival is not null)
                    .Select(stop => new StopMade(stop.Arrival!.Value, stop.PlannedTravel, stop.Travel, stop.PlannedService, stop.Service)));
            }
        }

        return made;
    }
}
