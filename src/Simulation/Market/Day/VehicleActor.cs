using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Distributors;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Day;

/// <summary>A vehicle drives its published route: loads, leaves on time, serves stop after stop, returns, and leaves again for the next trip.</summary>
internal sealed class VehicleActor : ITravellingActor
{
    /// <summary>Finding out that nobody takes the goods.</summary>
    private static readonly Duration RefusedService = Duration.FromMinutes(3);

    /// <summary>How long a vehicle that may not leave waits before it asks again.</summary>
    private static readonly Duration Patience = Duration.FromMinutes(15);

    private readonly DayContext day;
    private readonly VehicleFile vehicle;
    private readonly DistributorFile distributor;
    private readonly EntityKey key;
    private readonly Waypoint depot;
    private readonly HashSet<OrderId> loadedToday = [];
    private int trips;
    private TimeOfDay freeAt;
    private TripUnderWay? waiting;
    private TripUnderWay? trip;

    /// <summary>The last event is done but not yet what follows from it; set while the travel time is being asked for.</summary>
    private bool isDeciding;

    public VehicleActor(DayContext day, VehicleFile vehicle)
    {
        this.day = day;
        this.vehicle = vehicle;
        distributor = day.Setup[vehicle.Distributor];
        key = EntityKey.Of(vehicle.Id);
        depot = new Waypoint(distributor.Depot);
        Position = At(depot, TimeOfDay.Midnight);
    }

    public ActorOrder Order => ActorOrder.Vehicle;

    public string Id => vehicle.Id.Value;

    public TimeOfDay? NextAt { get; private set; }

    public TerminalId? NextTerminal => trip?.Serving?.Planned.Terminal;

    public AgentPosition Position { get; private set; }

    public IEnumerable<TerminalId> Ahead => (trip?.Remaining ?? [])
        .Concat(day.RouteOf(vehicle.Id)?.Trips.SelectMany(planned => planned.Stops) ?? [])
        .Select(stop => stop.Terminal);

    /// <summary>Takes up the day where the vehicle's own record says it stands.</summary>
    public async ValueTask ResumeAsync(VehicleProgress? progress, CancellationToken cancellationToken)
    {
        foreach (var done in progress?.Trips ?? [])
        {
            loadedToday.UnionWith(done.Orders);
            if (done.Returned is { } returned)
            {
                trips++;
                freeAt = returned;
                continue;
            }

            // The process may have ended between the departure and what follows from it.
            await day.World.DepartAsync(DepartureOf(done.Orders, done.Departed), cancellationToken);
            trip = TripUnderWay.Resume(day, day.RouteOf(vehicle.Id), done, depot);
            freeAt = done.Stops.Count > 0 ? done.Stops[^1].Departure : done.Departed;
            if (trip.LastDone is { } last)
            {
                await new VehicleDrop(day, vehicle, trips, trip.StopsDone - 1, last)
                    .CollectAgainAsync(trip.OrdersOf(last.Planned), cancellationToken);
            }

            await DriveOnAsync(trip, cancellationToken);
            return;
        }

        PrepareTrip(freeAt);
    }

    public ValueTask ReplanAsync(TimeOfDay now, CancellationToken cancellationToken)
    {
        if (trip is null)
            PrepareTrip(now);
        return default;
    }

    public ValueTask ExecuteAsync(CancellationToken cancellationToken)
    {
        if (isDeciding)
            return DriveOnAsync(trip!, cancellationToken);
        if (trip is null)
            return DepartAsync(waiting!, NextAt!.Value, cancellationToken);
        return trip.Serving is { } stop ? ServeAsync(trip, stop, cancellationToken) : ReturnAsync(trip, NextAt!.Value, cancellationToken);
    }

    /// <summary>Gets ready for the next trip of the route that still has something to load.</summary>
    private void PrepareTrip(TimeOfDay notBefore)
    {
        waiting = null;
        NextAt = null;
        if (!vehicle.InService || TripUnderWay.Next(day, day.RouteOf(vehicle.Id), loadedToday, depot) is not { } next)
            return;
        var ready = trips == 0 ? freeAt : freeAt + distributor.LoadingTime;
        var departs = new[] { ready, next.Planned.Departure, notBefore }.Max();
        if (departs > vehicle.Shift.End || departs >= TimeOfDay.EndOfDay)
            return;
        waiting = next;
        Position = At(depot, departs);
        NextAt = departs;
    }

    private async ValueTask DepartAsync(TripUnderWay next, TimeOfDay at, CancellationToken cancellationToken)
    {
        if (!await day.World.DepartAsync(DepartureOf(next.Orders, at), cancellationToken))
        {
            PrepareTrip(at + Patience);
            return;
        }

        loadedToday.UnionWith(next.Orders);
        (trip, waiting, freeAt) = (next, null, at);
        await DriveOnAsync(next, cancellationToken);
    }

    private TripDeparture DepartureOf(IReadOnlyList<OrderId> orders, TimeOfDay at) =>
        new(day.Command(DrawPurpose.DepartCommand, key, trips), vehicle.Id, distributor.Id, day.Date, trips, at, orders);

    /// <summary>Sets out for the next stop that a road leads to, or back to the depot.</summary>
    private async ValueTask DriveOnAsync(TripUnderWay current, CancellationToken cancellationToken)
    {
        isDeciding = true;
        while (current.NextStop is { } stop)
        {
            var to = new Waypoint(day.Setup[stop.Terminal].Location, stop.Terminal);
            var planned = current.NextLegIsPlanned
                ? stop.Travel
                : await day.TravelAsync(current.Place, to, vehicle.TravelMode, cancellationToken);
            if (planned is not { } travel)
            {
                current.Skip();
                continue;
            }

            var stopKey = key.With(EntityKey.Of(stop.Terminal));
            var arrives = freeAt + day.Noisy(travel, day.Setup.Rates.Travel, DrawPurpose.VehicleTravel, stopKey, trips);
            var starts = arrives > stop.Window.Start ? arrives : stop.Window.Start;
            var draw = day.Draw(DrawPurpose.DeliveryRefusal, stopKey, trips);
            var isOpen = day.Sales.ProfileOf(stop.Terminal)?.IsOpenAt(starts) == true;
            var refusal = RefusalRule.AtDoor(isOpen, day.Setup[stop.Terminal].Terms, day.Setup.Rates, ref draw);
            var service = refusal == RefusalReason.None
                ? day.Noisy(stop.Departure - stop.ServiceStart, day.Setup.Rates.Service, DrawPurpose.VehicleService, stopKey, trips)
                : RefusedService;
            Position = new AgentPosition(AgentKind.Vehicle, Id, current.Place, to, freeAt, arrives);
            NextAt = DayContext.WithinDay(starts + service);
            current.Serving = new StopUnderWay(stop, to, arrives, starts, NextAt.Value, refusal);
            isDeciding = false;
            return;
        }

        var home = current.ReturnLegIsPlanned
            ? current.PlannedReturn
            : await day.TravelAsync(current.Place, depot, vehicle.TravelMode, cancellationToken) ?? Duration.Zero;
        var back = freeAt + day.Noisy(home, day.Setup.Rates.Travel, DrawPurpose.VehicleTravel, key, trips);
        Position = new AgentPosition(AgentKind.Vehicle, Id, current.Place, depot, freeAt, back);
        NextAt = DayContext.WithinDay(back);
        isDeciding = false;
    }

    private async ValueTask ServeAsync(TripUnderWay current, StopUnderWay stop, CancellationToken cancellationToken)
    {
        var drop = new VehicleDrop(day, vehicle, trips, current.StopsDone, stop);
        await drop.MakeAsync(current.OrdersOf(stop.Planned), cancellationToken);
        current.Finish(stop);
        freeAt = stop.Departure;
        await DriveOnAsync(current, cancellationToken);
    }

    private async ValueTask ReturnAsync(TripUnderWay current, TimeOfDay at, CancellationToken cancellationToken)
    {
        await day.World.ReturnAsync(
            new TripReturn(
                day.Command(DrawPurpose.ReturnCommand, key, trips), vehicle.Id, distributor.Id, day.Date, trips, at, current.Unloaded()),
            cancellationToken);
        trip = null;
        trips++;
        freeAt = at;
        Position = At(depot, at);
        PrepareTrip(at);
    }

    private AgentPosition At(Waypoint point, TimeOfDay time) => new(AgentKind.Vehicle, Id, point, point, time, time);
}
