using System.Collections.Concurrent;
using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Plans;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Following;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Following;

/// <summary>A planned day of the town, and its record when all goes as planned.</summary>
internal static class FollowedTown
{
    private static readonly ConcurrentDictionary<(int Stops, int Vehicles, int Seed, bool IsRush), (DeliveryPlanRequest, DeliveryPlan)> Kept = new();

    /// <summary>The same plan each time it is asked for: planning is what these tests do not test.</summary>
    public static (DeliveryPlanRequest Request, DeliveryPlan Plan) Planned(int stops, int vehicles, int seed, bool isRush = true) =>
        Kept.GetOrAdd((stops, vehicles, seed, isRush), key => Plan(key.Stops, key.Vehicles, key.Seed, key.IsRush));

    private static (DeliveryPlanRequest Request, DeliveryPlan Plan) Plan(int stops, int vehicles, int seed, bool isRush)
    {
        var random = new Random(seed);
        var request = Town.Deliveries(stops, vehicles, seed);
        request = request with
        {
            Vehicles = [.. Enumerable.Range(0, vehicles).Select(i => Town.Vehicle($"v{i}", cases: 150, maxTrips: 2))],
            // Half of the outlets have a window, some of them a lunch break.
            Terminals = [.. request.Terminals.Select(terminal => random.Next(2) == 0 ? terminal : terminal with
            {
                DeliveryWindow = new TimeWindow(TimeOfDay.At(7, random.Next(60)), TimeOfDay.At(13 + random.Next(3), random.Next(60))),
                OpeningHours = random.Next(2) == 0 ? terminal.OpeningHours : TwoPeriods(),
            })],
            TravelByTime = isRush ? Town.RushHours(request.Travel, seed) : null,
        };
        return (request, new DeliveryPlanner().Plan(request, new SolveOptions { Iterations = 40, Seed = seed }, null, CancellationToken.None));
    }

    public static FollowedDay Day(DeliveryPlanRequest request, DeliveryPlan plan, DayProgress progress) => new()
    {
        Plan = plan,
        Progress = progress,
        Stops = Drop.Of(request).ToDictionary(drop => drop.Terminal.Id, drop => new FollowedStop(drop.Point, drop.Windows)),
        Vehicles = request.Vehicles.ToDictionary(vehicle => vehicle.Id, vehicle => new FollowedVehicle(vehicle.Shift.End)),
        DepotHours = request.Distributor.DepotHours,
        LoadingTime = request.Distributor.LoadingTime,
        Travel = request.Travel,
        TravelByTime = request.TravelByTime,
    };

    /// <summary>What has happened by a time when everybody keeps to the plan.</summary>
    public static DayProgress AsPlanned(DeliveryPlan plan, TimeOfDay now) => new(now,
    [
        .. plan.Routes.Select(route => new RouteProgress(
            route.Vehicle,
            [.. route.Trips.Select(trip => trip.Departure).Where(at => at <= now)],
            [.. route.Trips.Select(trip => trip.Return).Where(at => at <= now)],
            [
                .. route.Trips.SelectMany(trip => trip.Stops).Where(stop => stop.Arrival <= now)
                    .Select(stop => new StopActual(stop.Terminal, stop.Orders, stop.Arrival, stop.Departure <= now ? stop.Departure : null)),
            ])),
    ]);

    private static OpeningHours TwoPeriods() => new(
    [
        new OpeningPeriod(Weekdays.All, new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(10))),
        new OpeningPeriod(Weekdays.All, new TimeWindow(TimeOfDay.At(12), TimeOfDay.At(18))),
    ]);
}
