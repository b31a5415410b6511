using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Vehicles;

namespace Territory.Optimizer.Deliveries;

/// <summary>Follows one route of a plan: what is wrong with its figures, and which rules it breaks.</summary>
internal sealed class RouteAudit(AuditedDay day, VehicleFile vehicle, DeliveryRoute route, List<string> faults, List<PlanBreach> found)
{
    private readonly RouteProgress? progress = day.Progress(route.Vehicle);
    private readonly DayOverrides overrides = day.Overrides;
    private long price;
    private bool hasOpen;

    public void Run()
    {
        if (route.Trips.Count == 0)
        {
            faults.Add($"vehicle {vehicle.Id} makes no trip");
            return;
        }

        for (var i = 0; i < route.Trips.Count; i++)
        {
            CheckDeparture(i);
            CheckTrip(i);
        }

        var back = route.Trips[^1].Return;
        if (route.Trips.Count > vehicle.MaxTrips)
            Break(BreachRule.Trips, null, route.Trips.Count - vehicle.MaxTrips);
        if (hasOpen && (!vehicle.InService || overrides.Outages.Any(outage => outage.Vehicle == vehicle.Id && outage.From < back)))
            Break(BreachRule.OutOfService, null, 1);
        if (back > vehicle.Shift.End)
            BreakShift(back);

        var working = back.Seconds - route.Trips[0].Departure.Seconds;
        var meters = route.Trips.Sum(trip => trip.Distance.Meters);
        if (meters != route.Distance.Meters)
            faults.Add($"vehicle {vehicle.Id} says {route.Distance}, its trips {meters} m");
        if (route.Working.Seconds != working)
            faults.Add($"vehicle {vehicle.Id} says {route.Working} of work, its times {working} s");
        // In parts of 1/3,600,000: money for each kilometre and metres, money for each hour and seconds.
        var parts = (Int128)vehicle.CostPerKilometer.MinorUnits * meters * 3_600;
        parts += (Int128)vehicle.CostPerHour.MinorUnits * working * 1_000;
        var cost = vehicle.FixedCost.MinorUnits + (long)(((2 * parts) + 3_600_000) / 7_200_000) + price;
        if (route.Cost.MinorUnits != cost)
            faults.Add($"vehicle {vehicle.Id} costs {route.Cost.MinorUnits}, its figures {cost}");
    }

    private int DepartedTrips => progress?.Departures.Count ?? 0;

    private void CheckDeparture(int number)
    {
        var trip = route.Trips[number];
        var hours = day.Request.Distributor.DepotHours;
        var loading = day.Request.Distributor.LoadingTime.Seconds;
        var before = number == 0 ? vehicle.Shift.Start : route.Trips[number - 1].Return;
        if (number < DepartedTrips)
        {
            var departure = progress!.Departures[number];
            var loaded = number == 0 ? departure.Seconds : Math.Max(before.Seconds, departure.Seconds - loading);
            if (trip.Departure != departure || trip.LoadingStart.Seconds != loaded)
                faults.Add($"vehicle {vehicle.Id} trip {number + 1} left at {departure}, not at {trip.Departure} loaded from {trip.LoadingStart}");
            return;
        }

        var free = Math.Max(Math.Max(before.Seconds, hours.Start.Seconds), day.Now?.Seconds ?? 0);
        var isRight = number == 0 ? trip.LoadingStart.Seconds >= free && trip.Departure == trip.LoadingStart
            : trip.LoadingStart.Seconds == free && trip.Departure.Seconds == free + loading;
        if (!isRight)
            faults.Add($"vehicle {vehicle.Id} trip {number + 1} leaves at {trip.Departure}, loading from {trip.LoadingStart}");
        if (trip.Departure > hours.End)
            Break(BreachRule.DepotHours, null, (trip.Departure - hours.End).Seconds);
    }

    private void CheckTrip(int number)
    {
        var trip = route.Trips[number];
        var isDeparted = number < DepartedTrips;
        StopActual[] past = isDeparted ? [.. progress!.Done.Where(actual => TripOf(actual) == number)] : [];
        if (trip.Stops.Count < past.Length)
            faults.Add($"vehicle {vehicle.Id} trip {number + 1} has {trip.Stops.Count} stops, {past.Length} were made");
        var (now, at) = (trip.Departure, 0);
        long cases = 0, grams = 0, millilitres = 0, meters = 0, driving = 0;
        for (var i = 0; i < trip.Stops.Count; i++)
        {
            var stop = trip.Stops[i];
            var where = $"vehicle {vehicle.Id} trip {number + 1} at {stop.Terminal}";
            if (day.Terminal(stop.Terminal) is not (var terminal, var point) || stop.Orders.Count == 0)
            {
                faults.Add($"{where}: the terminal is unknown or the stop carries nothing");
                return;
            }

            var windows = day.WindowsOf(terminal, stop.Orders);
            var load = day.LoadOf(stop);
            if (stop.Load != load)
                faults.Add($"{where}: states another load than its orders");
            var unloading = day.Request.Distributor.UnloadingTimePerStop.Seconds + (day.Request.Distributor.UnloadingTimePerCase.Seconds * load.Cases.Count);
            var window = windows.FirstOrDefault(candidate => candidate.End >= stop.Arrival, windows.Count > 0 ? windows[^1] : TimeWindow.WholeDay);
            if (stop.Window != window)
                faults.Add($"{where}: its window is {window}, not {stop.Window}");
            if (i < past.Length)
            {
                CheckPast(where, stop, past[i], unloading);
            }
            else
            {
                hasOpen = true;
                CheckForecast(where, stop, window, Expected(day.Arrival(at, point, now), isDeparted), unloading);
                BreakPlace(stop, at, point, windows.Count == 0, terminal.LargestVehicle);
            }

            if (windows.Count > 0 && stop.ServiceStart > windows[^1].End)
                BreakWindow(stop, (stop.ServiceStart - windows[^1].End).Seconds);
            var travel = Math.Max(0, stop.Arrival.Seconds - now.Seconds);
            if (stop.Travel.Seconds != travel || stop.Leg.Meters != day.Meters(at, point))
                faults.Add($"{where}: the way there is {travel} s and {day.Meters(at, point)} m, not {stop.Travel} and {stop.Leg}");
            (cases, grams, millilitres) = (cases + load.Cases.Count, grams + load.Mass.Grams, millilitres + load.Volume.Millilitres);
            (meters, driving) = (meters + day.Meters(at, point), driving + travel);
            (now, at) = (stop.Departure, point);
        }

        CheckReturn(number, at, now, meters, driving);
        if (trip.Load != new VehicleCapacity(new Cases((int)cases), new Mass(grams), new Volume(millilitres)))
            faults.Add($"vehicle {vehicle.Id} trip {number + 1} states another load than its orders");
        BreakLoad(BreachRule.Cases, cases, vehicle.Capacity.Cases.Count);
        BreakLoad(BreachRule.Mass, grams, vehicle.Capacity.Mass.Grams);
        BreakLoad(BreachRule.Volume, millilitres, vehicle.Capacity.Volume.Millilitres);
    }

    /// <summary>The last trip that had left when the vehicle got there.</summary>
    private int TripOf(StopActual actual)
    {
        var trip = progress!.Departures.Count - 1;
        while (trip > 0 && progress.Departures[trip] > actual.Arrival)
            trip--;
        return trip;
    }

    /// <summary>When a trip is known to have come back.</summary>
    private TimeOfDay? ReturnOf(int number) => number >= DepartedTrips ? null
        : number < progress!.Returns.Count ? progress.Returns[number]
        : number + 1 < DepartedTrips ? progress.Departures[number + 1] : null;

    /// <summary>Who is out is nowhere further before now.</summary>
    private TimeOfDay Expected(TimeOfDay byRoad, bool isDeparted) => isDeparted && day.Now is { } now && now > byRoad ? now : byRoad;

    private void CheckPast(string where, DeliveryStop stop, StopActual actual, int unloading)
    {
        if (stop.Terminal != actual.Terminal || !actual.Orders.All(stop.Orders.Contains))
            faults.Add($"{where}: the stop made there was {actual.Terminal} with {string.Join(", ", actual.Orders)}");
        var left = actual.Departure?.Seconds ?? Math.Max(actual.Arrival.Seconds + unloading, day.Now?.Seconds ?? 0);
        if (stop.Arrival != actual.Arrival || stop.ServiceStart != actual.Arrival || stop.Departure.Seconds != left)
            faults.Add($"{where}: it was made from {actual.Arrival} to {new TimeOfDay(left)}");
    }

    private void CheckForecast(string where, DeliveryStop stop, TimeWindow window, TimeOfDay arrival, int unloading)
    {
        if (stop.Arrival != arrival)
            faults.Add($"{where}: arrival {stop.Arrival} should be {arrival}");
        if (stop.ServiceStart.Seconds != Math.Max(arrival.Seconds, window.Start.Seconds))
            faults.Add($"{where}: service at {stop.ServiceStart} is not as soon as it may be");
        if (stop.Departure.Seconds != stop.ServiceStart.Seconds + unloading)
            faults.Add($"{where}: leaves at {stop.Departure} after {unloading} s of unloading from {stop.ServiceStart}");
        if (stop.Orders.Any(day.IsDone))
            faults.Add($"{where}: the stop was made elsewhere");
    }

    private void CheckReturn(int number, int at, TimeOfDay now, long meters, long driving)
    {
        var trip = route.Trips[number];
        var known = ReturnOf(number);
        var back = known ?? Expected(day.Arrival(at, 0, now), number < DepartedTrips);
        if (known is null && !day.HasRoad(at, 0))
            Break(BreachRule.NoRoad, null, 1);
        if (trip.Return != back)
            faults.Add($"vehicle {vehicle.Id} trip {number + 1} returns at {trip.Return}, not as the matrix says");
        meters += day.Meters(at, 0);
        driving += Math.Max(0, back.Seconds - now.Seconds);
        if (trip.Distance.Meters != meters || trip.Driving.Seconds != driving)
            faults.Add($"vehicle {vehicle.Id} trip {number + 1} says {trip.Distance} in {trip.Driving}, not as the matrix says");
    }

    private void BreakPlace(DeliveryStop stop, int from, int point, bool isClosed, Mass? largest)
    {
        if (!day.HasRoad(from, point))
            Break(BreachRule.NoRoad, stop.Orders[0], 1);
        if (isClosed)
            Break(BreachRule.Closed, stop.Orders[0], 1);
        if (largest is { } limit && vehicle.Capacity.Mass > limit)
            Break(BreachRule.VehicleLimit, stop.Orders[0], 1);
    }

    private void BreakWindow(DeliveryStop stop, long seconds)
    {
        LatenessAllowance? allowance = null;
        foreach (var order in stop.Orders)
            allowance ??= overrides.Lateness.FirstOrDefault(candidate => candidate.Order == order);
        if (allowance is null)
            Break(BreachRule.Window, stop.Orders[0], seconds);
        else
            Break(BreachRule.Window, stop.Orders[0], seconds, seconds <= allowance.Most.Seconds, Hours(allowance.PerHour, Math.Min(seconds, allowance.Most.Seconds)));
    }

    private void BreakShift(TimeOfDay back)
    {
        long seconds = back.Seconds - vehicle.Shift.End.Seconds;
        if (overrides.Overtime.FirstOrDefault(candidate => candidate.Vehicle == vehicle.Id) is not { } allowance)
        {
            Break(BreachRule.Shift, null, seconds);
            return;
        }

        long worked = back.Seconds - route.Trips[0].Departure.Seconds;
        var beyond = Math.Clamp(worked - (vehicle.Shift.End.Seconds - vehicle.Shift.Start.Seconds), 0, allowance.Most.Seconds);
        Break(BreachRule.Shift, null, seconds, seconds <= allowance.Most.Seconds, Hours(allowance.PerHour, beyond));
    }

    private void BreakLoad(BreachRule rule, long carried, long capacity)
    {
        if (carried <= capacity)
            return;
        var excess = carried - capacity;
        var allowance = overrides.Overload.FirstOrDefault(candidate => candidate.Vehicle == vehicle.Id);
        var covered = allowance is null ? 0 : (long)((Int128)capacity * allowance.Permille / 1_000);
        Break(rule, null, excess, excess <= covered, rule == BreachRule.Cases ? (allowance?.PerCase.MinorUnits ?? 0) * Math.Min(excess, covered) : 0);
    }

    /// <summary>Money for each hour and seconds, halves up.</summary>
    private static long Hours(Money perHour, long seconds) => (long)((((Int128)perHour.MinorUnits * seconds * 2) + 3_600) / 7_200);

    private void Break(BreachRule rule, OrderId? order, long amount, bool isAllowed = false, long charge = 0)
    {
        found.Add(new PlanBreach(rule, vehicle.Id, order, amount, isAllowed, new Money(charge)));
        price += charge;
    }
}
