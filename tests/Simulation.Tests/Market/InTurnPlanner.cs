using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Planning;

namespace Territory.Simulation.Tests.Market;

/// <summary>A planner with no search, so that tests of the day are about the day: the longest unvisited first, orders in turn over the vehicles.</summary>
internal sealed class InTurnPlanner : IDayPlanner
{
    private const int CallsPerDay = 14;
    private const int StopsPerTrip = 6;

    private static readonly PlanProvenance Provenance = new("in turn", 0, 1, 0, "grid", 0, "");

    public async ValueTask<VisitPlan> PlanVisitsAsync(VisitPlanning request, CancellationToken cancellationToken)
    {
        var setup = request.Setup;
        var rep = setup[request.Rep];
        var place = new Waypoint(rep.Start);
        var time = rep.Shift.Start;
        var visits = new List<PlannedVisit>();
        var due = setup.Terminals.Where(terminal => terminal.Rep == rep.Id)
            .OrderBy(terminal => request.Records[terminal.Id].LastVisit ?? DateOnly.MinValue)
            .ThenBy(terminal => terminal.Id.Value, StringComparer.Ordinal)
            .Take(CallsPerDay);
        foreach (var terminal in due)
        {
            var to = new Waypoint(terminal.Location, terminal.Id);
            var travel = await TravelAsync(setup, place, to, cancellationToken);
            var departure = time + travel + VisitCadence.TimeInStore(setup.Region, terminal);
            visits.Add(new PlannedVisit(terminal.Id, VisitPurpose.Cadence, request.Date, time + travel, departure, travel, Distance.Zero));
            (place, time) = (to, departure);
        }

        return new VisitPlan
        {
            Id = new PlanId($"visits-{rep.Id}-{request.Date:yyyyMMdd}-{request.Version}"),
            Region = setup.Region.Id,
            Rep = rep.Id,
            Date = request.Date,
            Version = request.Version,
            Status = PlanStatus.Proposed,
            Start = rep.Shift.Start,
            End = time + await TravelAsync(setup, place, new Waypoint(rep.Start), cancellationToken),
            Visits = visits,
            Postponed = [],
            Distance = Distance.Zero,
            Driving = Duration.Zero,
            Provenance = Provenance,
        };
    }

    public async ValueTask<DeliveryPlan> PlanDeliveriesAsync(DeliveryPlanning request, CancellationToken cancellationToken)
    {
        var setup = request.Setup;
        var distributor = setup[request.Distributor];
        var depot = new Waypoint(distributor.Depot);
        var vehicles = setup.Vehicles.Where(vehicle => vehicle.Distributor == distributor.Id)
            .OrderBy(vehicle => vehicle.Id.Value, StringComparer.Ordinal).ToArray();
        var trips = vehicles.Select(_ => new List<DeliveryTrip>()).ToArray();
        var ready = vehicles.Select(vehicle => vehicle.Shift.Start + distributor.LoadingTime).ToArray();
        var loads = request.OpenOrders.GroupBy(order => order.Terminal)
            .OrderBy(group => group.Key.Value, StringComparer.Ordinal).Chunk(StopsPerTrip);
        var turn = 0;
        foreach (var load in loads)
        {
            var vehicle = turn++ % vehicles.Length;
            var stops = new List<DeliveryStop>();
            var time = ready[vehicle];
            var place = depot;
            foreach (var group in load)
            {
                var to = new Waypoint(setup[group.Key].Location, group.Key);
                var travel = await TravelAsync(setup, place, to, cancellationToken);
                var arrival = time + travel;
                var start = arrival > TimeOfDay.At(8) ? arrival : TimeOfDay.At(8);
                time = start + Duration.FromMinutes(6);
                stops.Add(new DeliveryStop(
                    group.Key, [.. group.Select(order => order.Id)], default, new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(17)), arrival, start, time,
                    travel, Distance.Zero));
                place = to;
            }

            var back = time + await TravelAsync(setup, place, depot, cancellationToken);
            trips[vehicle].Add(new DeliveryTrip(ready[vehicle], ready[vehicle], back, default, Distance.Zero, Duration.Zero, stops));
            ready[vehicle] = back + distributor.LoadingTime;
        }

        return new DeliveryPlan
        {
            Id = new PlanId($"delivery-{distributor.Id}-{request.Date:yyyyMMdd}-{request.Version}"),
            Region = setup.Region.Id,
            Distributor = distributor.Id,
            Date = request.Date,
            Version = request.Version,
            Status = PlanStatus.Proposed,
            Routes = [.. vehicles.Select((vehicle, index) => new DeliveryRoute(vehicle.Id, trips[index], Distance.Zero, Duration.Zero, Money.Zero))],
            Unserved = [],
            Distance = Distance.Zero,
            Cost = Money.Zero,
            Provenance = Provenance,
        };
    }

    private static async ValueTask<Duration> TravelAsync(MarketSetup setup, Waypoint from, Waypoint to, CancellationToken cancellationToken) =>
        (await setup.Travel.GetMatrixAsync([from, to], TravelMode.Van, cancellationToken)).TimeBetween(0, 1);
}
