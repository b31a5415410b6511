using System.Collections.Immutable;
using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;

namespace Territory.Optimizer.Dispatch;

/// <summary>All that a day's planning is a function of, beside the plan (调度日): the orders, files and roads of a request, and how far the day has come.</summary>
/// <remarks>
/// Holds the routing problems made for the overrides it was asked about last, and routes timed on them, so that an edit times only the routes it changes. For several threads at once.
/// Every plan made here is one of the orders as the request has them: orders that are no longer open leave their stops, new ones come to the tray. The request needs the files of the terminals where stops were made.
/// </remarks>
public sealed class DispatchDay
{
    private const int MostModels = 4;

    private ImmutableList<(DayOverrides Overrides, IReadOnlySet<OrderId> Done, DayModel Model)> models = [];

    /// <exception cref="InvalidInputException">The request breaks a rule of <see cref="DeliveryRequestRules"/>.</exception>
    public DispatchDay(DeliveryPlanRequest request, DayProgress progress)
    {
        var errors = DeliveryRequestRules.Inspect(request).Where(problem => problem.Severity == ProblemSeverity.Error).ToArray();
        if (errors.Length > 0)
            throw new InvalidInputException(errors);
        (Request, Progress) = (request, progress);
    }

    public DeliveryPlanRequest Request { get; }

    public DayProgress Progress { get; }

    /// <summary>A plan of routes as given, whatever they break: exact times, costs with the prices of allowances, and every breach. What is on no route is in the tray.</summary>
    /// <param name="basePlan">Gives the new plan its identity, and says what the stops made carried and why stops are in the tray.</param>
    /// <exception cref="ArgumentException">A vehicle has two drafts.</exception>
    public DeliveryPlan Evaluate(DeliveryPlan basePlan, DayOverrides overrides, IReadOnlyList<RouteDraft> routes)
    {
        if (routes.GroupBy(route => route.Vehicle).FirstOrDefault(group => group.Count() > 1) is { } twice)
            throw new ArgumentException($"Vehicle {twice.Key} has {twice.Count()} drafts; it has one day.", nameof(routes));
        var departed = new Departed(Request, Progress, basePlan);
        var model = ModelOf(overrides, departed.Orders);
        var placed = new bool[model.Drops.Count];
        var drafts = new Dictionary<int, IReadOnlyList<IReadOnlyList<int>>>();
        foreach (var draft in routes)
        {
            if (model.VehicleOf(draft.Vehicle) is { } vehicle)
                drafts[vehicle] = [.. draft.Trips.Select((trip, number) => Placed(model, departed.Of(draft.Vehicle), trip, number, placed))];
        }

        foreach (var vehicle in departed.Vehicles)
        {
            if (model.VehicleOf(vehicle) is { } number)
                drafts.TryAdd(number, []);
        }

        var timing = new RouteTiming(model);
        var timed = new List<TimedRoute>();
        foreach (var (vehicle, trips) in drafts.OrderBy(draft => draft.Key))
        {
            if (departed.Of(model.Vehicles[vehicle].Id) is { } gone)
                timed.Add(timing.OfDeparted(vehicle, gone, [.. trips.Take(gone.Trips.Count), .. trips.Skip(gone.Trips.Count).Where(trip => trip.Count > 0)]));
            else if (trips.Any(trip => trip.Count > 0))
                timed.Add(model.Time(timing, vehicle, [.. trips.Where(trip => trip.Count > 0)]));
        }

        return basePlan with
        {
            Routes = [.. timed.Select(route => route.Route)],
            Unserved = [.. Tray(basePlan, overrides, model.Drops.Where((_, drop) => !placed[drop]))],
            Distance = new Distance(timed.Sum(route => route.Route.Distance.Meters)),
            Cost = new Money(timed.Sum(route => route.Route.Cost.MinorUnits)),
            Overrides = overrides,
            Breaches = [.. timed.SelectMany(route => route.Breaches)],
        };
    }

    /// <summary>A plan as it is, on the orders and at the time of this day.</summary>
    public DeliveryPlan Evaluate(DeliveryPlan plan) => new PlanDraft(this, plan).ToPlan();

    /// <summary>The day under overrides.</summary>
    internal DayModel ModelOf(DayOverrides overrides, IReadOnlySet<OrderId> done)
    {
        foreach (var known in models)
        {
            if (IsAlike(known.Overrides, overrides) && known.Done.SetEquals(done))
                return known.Model;
        }

        var model = new DayModel(Request, Progress.Now, overrides, done);
        ImmutableInterlocked.Update(ref models, list => [(overrides, done, model), .. list.Take(MostModels - 1)]);
        return model;
    }

    /// <summary>Whether two overrides make the same problem with the same prices.</summary>
    private static bool IsAlike(DayOverrides a, DayOverrides b) =>
        ReferenceEquals(a, b)
        || (a.Apart.SequenceEqual(b.Apart) && a.Overtime.SequenceEqual(b.Overtime) && a.Lateness.SequenceEqual(b.Lateness) && a.Overload.SequenceEqual(b.Overload)
            && a.Outages.SequenceEqual(b.Outages) && Times(a).SequenceEqual(Times(b)));

    private static IEnumerable<(OrderId Order, TimeWindow? Window)> Times(DayOverrides overrides) =>
        overrides.Stops.Where(stop => stop.Window is not null).Select(stop => (stop.Order, stop.Window));

    /// <summary>The open drops of a trip's draft. Goods of a trip that has come back are at the depot again, so that what was not delivered is on no route.</summary>
    private static int[] Placed(DayModel model, DepartedRoute? departed, IReadOnlyList<OrderId> stops, int trip, bool[] placed)
    {
        if (departed is not null && trip < departed.Trips.Count && !departed.IsOnTheRoad(trip))
            return [];
        var drops = new List<int>(stops.Count);
        foreach (var order in stops)
        {
            if (model.DropOf(order) is not { } drop || placed[drop])
                continue;
            placed[drop] = true;
            drops.Add(drop);
        }

        return [.. drops];
    }

    private static IEnumerable<UnservedOrder> Tray(DeliveryPlan basePlan, DayOverrides overrides, IEnumerable<Drop> drops)
    {
        var held = overrides.Held.ToDictionary(order => order.Order);
        var known = basePlan.Unserved.Where(unserved => unserved.Reason != UnservedReason.Held && unserved.Orders.Count > 0).ToLookup(unserved => unserved.Orders[0]);
        foreach (var drop in drops)
        {
            if (drop.Orders.Select(order => held.GetValueOrDefault(order)).FirstOrDefault(order => order is not null) is { } hold)
                yield return new UnservedOrder(drop.Terminal.Id, drop.Orders, UnservedReason.Held, DetailOf(hold));
            else
                yield return known[drop.First].FirstOrDefault(unserved => unserved.Orders.SequenceEqual(drop.Orders))
                    ?? new UnservedOrder(drop.Terminal.Id, drop.Orders, UnservedReason.NotPlanned, new Dictionary<string, string>());
        }
    }

    private static Dictionary<string, string> DetailOf(HeldOrder hold)
    {
        var detail = new Dictionary<string, string>(StringComparer.Ordinal) { ["reason"] = hold.Reason.ToString() };
        if (hold.Note is { } note)
            detail["note"] = note;
        return detail;
    }
}
