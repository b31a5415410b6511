using Territory.Model.Calendar;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>Days of the town with what a dispatcher meets: windows, lunch breaks, several trips, doors that large vehicles may not reach, outlets with two orders, and now and then the roads by time of day.</summary>
internal static class DispatchTown
{
    public static DeliveryPlanRequest Request(int seed, int stops = 24, int vehicles = 4)
    {
        var random = new Random(seed * 7_919);
        var request = Town.Deliveries(stops, vehicles, seed);
        request = request with
        {
            Vehicles = [.. Enumerable.Range(0, vehicles).Select(i => Town.Vehicle($"v{i:00}", cases: random.Next(80, 200), maxTrips: random.Next(1, 4)))],
            Terminals = [.. request.Terminals.Select(terminal => random.Next(6) switch
            {
                0 => terminal with { DeliveryWindow = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(9 + random.Next(4))) },
                1 => terminal with { DeliveryWindow = new TimeWindow(TimeOfDay.At(9 + random.Next(5)), TimeOfDay.At(15)) },
                2 => terminal with
                {
                    OpeningHours = new OpeningHours(
                    [
                        new OpeningPeriod(Weekdays.All, new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(7 + random.Next(1, 4)))),
                        new OpeningPeriod(Weekdays.All, new TimeWindow(TimeOfDay.At(12), TimeOfDay.At(12 + random.Next(1, 5)))),
                    ]),
                },
                3 when random.Next(3) == 0 => terminal with { LargestVehicle = Mass.FromKilograms(1_200) },
                4 when random.Next(6) == 0 => terminal with { DaysOff = Weekdays.Monday },
                _ => terminal,
            })],
            Orders = [.. request.Orders, .. Enumerable.Range(0, stops / 4).Select(i => Town.OrderOf($"second{i:00}", $"t{random.Next(stops):00}", random.Next(1, 10)))],
        };
        if (random.Next(4) == 0)
            request = request with { Vehicles = [.. request.Vehicles.Select(vehicle => vehicle with { FixedCost = default, CostPerHour = default, CostPerKilometer = default })] };
        return seed % 2 == 0 ? request : request with { TravelByTime = Town.RushHours(request.Travel, seed) };
    }

    public static DeliveryPlan Plan(DeliveryPlanRequest request, int iterations = 60) =>
        new DeliveryPlanner().Plan(request, new SolveOptions { Iterations = iterations }, null, CancellationToken.None);

    public static IEnumerable<DeliveryStop> Stops(DeliveryPlan plan) => plan.Routes.SelectMany(route => route.Trips).SelectMany(trip => trip.Stops);
}
