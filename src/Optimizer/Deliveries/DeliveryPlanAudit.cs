using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Optimizer.Deliveries;

/// <summary>Judges a finished delivery plan from the plan and the request alone, with none of the planner's own sums.</summary>
public static class DeliveryPlanAudit
{
    /// <exception cref="InvalidOperationException">The plan breaks a hard rule; the message names every breach.</exception>
    public static void Verify(DeliveryPlan plan, DeliveryPlanRequest request)
    {
        var breaches = Breaches(plan, request);
        if (breaches.Count > 0)
            throw new InvalidOperationException($"The delivery plan {plan.Id} breaks its rules: {string.Join("; ", breaches)}");
    }

    /// <summary>Every rule that the plan breaks, empty for a sound plan.</summary>
    public static IReadOnlyList<string> Breaches(DeliveryPlan plan, DeliveryPlanRequest request)
    {
        var breaches = new List<string>();
        CheckOrders(plan, request, breaches);
        foreach (var route in plan.Routes)
            CheckRoute(route, request, breaches);
        foreach (var twice in plan.Routes.GroupBy(route => route.Vehicle).Where(group => group.Count() > 1))
            breaches.Add($"vehicle {twice.Key} has {twice.Count()} routes");
        return breaches;
    }

    private static void CheckOrders(DeliveryPlan plan, DeliveryPlanRequest request, List<string> breaches)
    {
        var due = request.Orders.Where(order => order.DueOn <= request.Date).Select(order => order.Id).ToHashSet();
        var named = plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders)
            .Concat(plan.Unserved.SelectMany(unserved => unserved.Orders)).ToArray();
        foreach (var twice in named.GroupBy(order => order).Where(group => group.Count() > 1))
            breaches.Add($"order {twice.Key} is named {twice.Count()} times");
        foreach (var missing in due.Except(named))
            breaches.Add($"order {missing} is neither served nor reported");
        foreach (var extra in named.Except(due))
            breaches.Add($"order {extra} is not due");
    }

    private static void CheckRoute(DeliveryRoute route, DeliveryPlanRequest request, List<string> breaches)
    {
        if (request.Vehicles.FirstOrDefault(candidate => candidate.Id == route.Vehicle) is not { InService: true } vehicle)
        {
            breaches.Add($"vehicle {route.Vehicle} is not in service");
            return;
        }

        if (route.Trips.Count == 0 || route.Trips.Count > vehicle.MaxTrips)
            breaches.Add($"vehicle {vehicle.Id} makes {route.Trips.Count} trips of at most {vehicle.MaxTrips}");
        var free = vehicle.Shift.Start;
        var hours = request.Distributor.DepotHours;
        for (var i = 0; i < route.Trips.Count; i++)
        {
            var trip = route.Trips[i];
            var ready = i == 0 ? trip.LoadingStart : trip.LoadingStart + request.Distributor.LoadingTime;
            if (trip.LoadingStart < free || trip.Departure < ready || trip.LoadingStart < hours.Start || trip.Departure > hours.End)
                breaches.Add($"vehicle {vehicle.Id} trip {i + 1} leaves at {trip.Departure}, loading from {trip.LoadingStart}");
            CheckTrip(trip, i + 1, vehicle, request, breaches);
            free = trip.Return;
        }

        if (free > vehicle.Shift.End)
            breaches.Add($"vehicle {vehicle.Id} returns at {free}, after its shift's end {vehicle.Shift.End}");
        var meters = route.Trips.Sum(trip => trip.Distance.Meters);
        if (meters != route.Distance.Meters)
            breaches.Add($"vehicle {vehicle.Id} says {route.Distance}, its trips {meters} m");
        if (route.Trips.Count > 0 && route.Working != free - route.Trips[0].Departure)
            breaches.Add($"vehicle {vehicle.Id} says {route.Working} of work, its times {free - route.Trips[0].Departure}");
    }

    private static void CheckTrip(DeliveryTrip trip, int number, VehicleFile vehicle, DeliveryPlanRequest request, List<string> breaches)
    {
        var orders = request.Orders.ToDictionary(order => order.Id);
        var now = trip.Departure;
        var at = 0;
        long cases = 0, grams = 0, millilitres = 0, meters = 0;
        foreach (var stop in trip.Stops)
        {
            var where = $"vehicle {vehicle.Id} trip {number} at {stop.Terminal}";
            var point = PointOf(stop.Terminal, request);
            if (point < 0 || !IsReachable(at, point, request))
            {
                breaches.Add($"{where}: no road leads there");
                return;
            }

            var terminal = request.Terminals[point - 1];
            now = Arrival(at, point, now, request);
            meters += request.Travel.DistanceBetween(at, point).Meters;
            if (stop.Arrival != now)
                breaches.Add($"{where}: arrival {stop.Arrival} should be {now}");
            var lines = stop.Orders.Where(orders.ContainsKey).SelectMany(id => orders[id].Lines).ToArray();
            var stopCases = lines.Sum(line => (long)line.Cases.Count);
            if (stop.ServiceStart < now || !stop.Window.Contains(stop.ServiceStart) || !IsOpen(terminal, request.Date, stop.ServiceStart))
                breaches.Add($"{where}: service at {stop.ServiceStart} is outside its window");
            if (terminal.LargestVehicle is { } largest && vehicle.Capacity.Mass > largest)
                breaches.Add($"{where}: the vehicle is too heavy for the door");
            if (stop.Orders.Any(id => orders.TryGetValue(id, out var order) && order.Terminal != stop.Terminal))
                breaches.Add($"{where}: an order of another terminal");
            var service = request.Distributor.UnloadingTimePerStop.Seconds + (request.Distributor.UnloadingTimePerCase.Seconds * stopCases);
            if (request.LearnedService.FirstOrDefault(learned => learned.Terminal == stop.Terminal) is { } known)
                service = ((service * known.Permille) + 500) / 1000;
            if (stop.Departure.Seconds != stop.ServiceStart.Seconds + service)
                breaches.Add($"{where}: leaves at {stop.Departure} after {service} s of unloading from {stop.ServiceStart}");
            foreach (var line in lines)
            {
                var product = request.Products.First(candidate => candidate.Id == line.Product);
                cases += line.Cases.Count;
                grams += product.CaseMass.Grams * line.Cases.Count;
                millilitres += product.CaseVolume.Millilitres * line.Cases.Count;
            }

            now = stop.Departure;
            at = point;
        }

        if (!IsReachable(at, 0, request) || trip.Return != Arrival(at, 0, now, request))
            breaches.Add($"vehicle {vehicle.Id} trip {number} returns at {trip.Return}, not as the matrix says");
        else if (meters + request.Travel.DistanceBetween(at, 0).Meters != trip.Distance.Meters)
            breaches.Add($"vehicle {vehicle.Id} trip {number} says {trip.Distance}, not as the matrix says");
        if (cases > vehicle.Capacity.Cases.Count || grams > vehicle.Capacity.Mass.Grams || millilitres > vehicle.Capacity.Volume.Millilitres)
            breaches.Add($"vehicle {vehicle.Id} trip {number} carries {cases} cases, {grams} g, {millilitres} ml, more than it holds");
        if (trip.Load != new VehicleCapacity(new Cases((int)cases), new Mass(grams), new Volume(millilitres)))
            breaches.Add($"vehicle {vehicle.Id} trip {number} states another load than its orders");
    }

    private static bool IsReachable(int from, int to, DeliveryPlanRequest request) =>
        request.Travel.IsReachable(from, to) && request.TravelByTime?.IsReachable(from, to) != false;

    private static TimeOfDay Arrival(int from, int to, TimeOfDay departure, DeliveryPlanRequest request) =>
        request.TravelByTime?.Arrival(from, to, departure) ?? departure + request.Travel.TimeBetween(from, to);

    private static int PointOf(TerminalId terminal, DeliveryPlanRequest request)
    {
        for (var i = 0; i < request.Terminals.Count; i++)
        {
            if (request.Terminals[i].Id == terminal)
                return i + 1;
        }

        return -1;
    }

    private static bool IsOpen(Model.Terminals.TerminalFile terminal, DateOnly date, TimeOfDay time) =>
        !terminal.DaysOff.Includes(date.DayOfWeek)
        && (terminal.DeliveryWindow is not { } window || window.Contains(time))
        && (terminal.OpeningHours.IsUnknown || terminal.OpeningHours.On(date.DayOfWeek).Any(hours => hours.Contains(time)));
}
