using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Orders;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Terminals;

namespace Territory.ReadModel.Queries;

/// <summary>What a driver has to do on a day.</summary>
public sealed class DriverDayQuery(IJournal journal)
{
    public async Task<DriverDay> FindAsync(RegionId region, VehicleId vehicle, DateOnly date, CancellationToken cancellationToken)
    {
        var scope = ReadScope.OfVehicle(region, vehicle, new DayRange(date, date));
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var empty = new DriverDay(vehicle, date, null, [], []);
        if (PlanQueries.DistributorsIn(snapshot, scope) is not [var distributor, ..])
            return empty;
        var plan = PlanQueries.DayOf(snapshot, scope, distributor, date).Published;
        if (plan is null)
            return empty;
        var takenOff = await TakenOffAsync(snapshot, vehicle, plan, cancellationToken);
        if (plan is not { Routes: [var route, ..] })
            return empty with { Plan = plan, TakenOff = takenOff };
        var progress = ProgressQuery.Trips(snapshot, scope, distributor, date).ToDictionary(trip => trip.Trip);
        var trips = new List<DriverTrip>();
        for (var number = 0; number < route.Trips.Count; number++)
        {
            var trip = route.Trips[number];
            var made = progress.GetValueOrDefault(number);
            trips.Add(new DriverTrip(
                number,
                trip.Departure,
                trip.Return,
                made?.DepartedAt,
                made?.ReturnedAt,
                [.. trip.Stops.Select((stop, i) => StopOf(snapshot, i + 1, stop, made?.Stops.ElementAtOrDefault(i)))]));
        }

        return new DriverDay(vehicle, date, plan, trips, takenOff);
    }

    private async Task<IReadOnlyList<TakenOffStop>> TakenOffAsync(IQueryConnection connection, VehicleId vehicle, DeliveryPlan plan, CancellationToken cancellationToken)
    {
        if (DispatchOrderQuery.Find(connection, vehicle, plan.Date) is null)
            return [];
        var versions = await new DispatchOrderQuery(journal).VersionsAsync(vehicle, plan.Date, cancellationToken);
        return
        [
            .. TakenOffStops.Of(versions, plan).Select(gone => (Gone: gone, Load: TakenOffLoad.Of(connection, vehicle, plan.Date, gone)))
                // What has not been loaded concerns the driver until the vehicle leaves without it.
                .Where(pair => pair.Load.IsOnBoard || pair.Load.Made is not null || !pair.Load.HasLeft)
                .Select(pair => new TakenOffStop(
                    pair.Gone.Trip, pair.Gone.PlanVersion, pair.Load.IsOnBoard, StopOf(connection, pair.Gone.Sequence, pair.Gone.Stop, pair.Load.Made))),
        ];
    }

    private static DriverStop StopOf(IQueryConnection connection, int sequence, DeliveryStop stop, DropProgress? made)
    {
        var state = ActorStates.Find<TerminalState>(connection, stop.Terminal.Value).State;
        var open = state?.OpenOrders.Where(order => stop.Orders.Contains(order.Order.Id)).ToList() ?? [];
        var lines = open.SelectMany(order => order.Order.Lines)
            .GroupBy(line => line.Product)
            .Select(group => new OrderLine(group.Key, new Cases(group.Sum(line => line.Cases.Count))))
            .ToList();
        var arrived = made?.ArrivedAt is not null;
        return new DriverStop(
            sequence,
            stop.Terminal,
            state?.File.Name ?? stop.Terminal.Value,
            state?.File.Address,
            state?.File.Phone,
            state?.File.Location.Longitude ?? 0,
            state?.File.Location.Latitude ?? 0,
            stop.Arrival,
            stop.Window,
            arrived ? new Cases(made!.Cases ?? 0) : new Cases(lines.Sum(line => line.Cases.Count)),
            new Money(open.Sum(order => order.Lines.Sum(line => line.Value.MinorUnits))),
            [.. open.Select(order => order.Order)],
            lines,
            !arrived ? "planned" : made!.Cases == 0 ? "refused" : "done",
            made?.ArrivedAt,
            made?.OnTime,
            made?.Refusal);
    }
}
