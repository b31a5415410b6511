using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch;

/// <summary>A plan while it is edited: overrides, and for each vehicle its stops that are not made yet, by trips. Trips keep their numbers until the plan is timed, though they may be empty.</summary>
/// <remarks>
/// It begins with the orders as they are: those that are no longer open leave their stops, and a new one comes to the tray. Where its outlet has a stop on a route, or one that is held, it is kept apart from that.
/// </remarks>
internal sealed class PlanDraft
{
    private readonly DispatchDay day;
    private readonly DeliveryPlan plan;
    private readonly Dictionary<VehicleId, List<List<OrderId>>> routes = [];
    private DayOverrides overrides;

    public PlanDraft(DispatchDay day, DeliveryPlan plan)
    {
        (this.day, this.plan) = (day, plan);
        Departed = new Departed(day.Request, day.Progress, plan);
        overrides = OrderIntake.Of(day.Request, plan, Departed.Orders);
        Model = day.ModelOf(overrides, Departed.Orders);
        foreach (var route in plan.Routes.Where(route => Model.VehicleOf(route.Vehicle) is not null))
            routes[route.Vehicle] = Open(route);
        foreach (var vehicle in Departed.Vehicles)
        {
            var trips = TripsOf(vehicle);
            while (trips.Count < Departed.Of(vehicle)!.Trips.Count)
                trips.Add([]);
        }
    }

    private PlanDraft(PlanDraft other)
    {
        (day, plan, Departed, overrides, Model) = (other.day, other.plan, other.Departed, other.overrides, other.Model);
        foreach (var (vehicle, trips) in other.routes)
            routes[vehicle] = [.. trips.Select(trip => trip.ToList())];
    }

    public DayOverrides Overrides
    {
        get => overrides;
        set
        {
            overrides = value;
            Model = day.ModelOf(value, Departed.Orders);
        }
    }

    public Departed Departed { get; }

    public DayModel Model { get; private set; }

    public DeliveryPlanRequest Request => day.Request;

    public IEnumerable<VehicleId> Vehicles => routes.Keys;

    public PlanDraft Copy() => new(this);

    public DeliveryPlan ToPlan() => day.Evaluate(plan, Overrides, [.. routes.Select(route => new RouteDraft(route.Key, route.Value))]);

    /// <summary>The open stops of a vehicle by trip, each by its first order; to be changed in place.</summary>
    public List<List<OrderId>> TripsOf(VehicleId vehicle)
    {
        if (!routes.TryGetValue(vehicle, out var trips))
            routes[vehicle] = trips = [];
        return trips;
    }

    /// <summary>The first order of the open stop that carries an order; null: none does.</summary>
    public OrderId? StopOf(OrderId order) => Model.DropOf(order) is { } drop ? Model.Drops[drop].First : null;

    /// <summary>Where an open stop is; null: in the tray.</summary>
    public (VehicleId Vehicle, int Trip, int Index)? PlaceOf(OrderId stop)
    {
        foreach (var (vehicle, trips) in routes)
        {
            for (var trip = 0; trip < trips.Count; trip++)
            {
                var index = trips[trip].IndexOf(stop);
                if (index >= 0)
                    return (vehicle, trip, index);
            }
        }

        return null;
    }

    /// <summary>How many trips of a vehicle have left.</summary>
    public int DepartedTrips(VehicleId vehicle) => Departed.Of(vehicle)?.Trips.Count ?? 0;

    public int DoneOn(VehicleId vehicle, int trip) => Departed.Of(vehicle) is { } departed && trip < departed.Trips.Count ? departed.Trips[trip].Done.Count : 0;

    public bool IsOnBoard(OrderId stop) => PlaceOf(stop) is { } place && place.Trip < DepartedTrips(place.Vehicle);

    public void TakeOut(OrderId stop)
    {
        if (PlaceOf(stop) is { } place)
            routes[place.Vehicle][place.Trip].RemoveAt(place.Index);
    }

    public void Exchange(VehicleId one, VehicleId other) => (routes[one], routes[other]) = (TripsOf(other), TripsOf(one));

    /// <summary>Names stops anew after orders were kept apart or joined: each by its first order, at the first place where one of its orders was.</summary>
    /// <param name="stops">The orders of every stop as it was, by its first.</param>
    public void Rename(Func<OrderId, IReadOnlyList<OrderId>> stops)
    {
        var named = new HashSet<OrderId>();
        foreach (var trip in routes.Values.SelectMany(trips => trips))
        {
            OrderId[] renamed = [.. trip.SelectMany(stops).Select(StopOf).OfType<OrderId>().Where(named.Add)];
            trip.Clear();
            trip.AddRange(renamed);
        }
    }

    private List<List<OrderId>> Open(DeliveryRoute route)
    {
        var named = new HashSet<OrderId>();
        var trips = route.Trips.Select(trip => trip.Stops.SelectMany(stop => stop.Orders).Select(StopOf).OfType<OrderId>().Where(named.Add).ToList()).ToList();
        // What a trip brought back is at the depot again.
        for (var trip = 0; Departed.Of(route.Vehicle) is { } departed && trip < Math.Min(trips.Count, departed.Trips.Count); trip++)
        {
            if (!departed.IsOnTheRoad(trip))
                trips[trip].Clear();
        }

        return trips;
    }
}
