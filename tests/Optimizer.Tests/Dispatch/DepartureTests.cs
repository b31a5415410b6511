using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;

namespace Territory.Optimizer.Tests.Dispatch;

public sealed class DepartureTests
{
    /// <summary>Brute force over every departure of the day, each stop served in the first window that can be met.</summary>
    [Fact]
    public void Evaluate_RouteThatKeepsItsTimes_LeavesOnTheShortestDay_OfTheseOnTheFirstToEnd()
    {
        var (routes, withLunch) = (0, 0);
        for (var seed = 700; seed < 760; seed += 2)
        {
            var request = DispatchTown.Request(seed, stops: 12, vehicles: 4);
            if (request.Vehicles[0].CostPerHour == Money.Zero)
                continue;
            var day = new DispatchDay(request, DayProgress.NotBegun);
            foreach (var route in new RandomDispatcher(seed).ThrownTogether(day) is var plan ? plan.Routes : [])
            {
                var shift = request.Vehicles.Single(vehicle => vehicle.Id == route.Vehicle).Shift;
                PlainStop[][] trips = [.. route.Trips.Select(trip => trip.Stops.Select(stop => Plain(request, stop)).ToArray())];
                var best = (Working: int.MaxValue, Return: 0, Late: 0);
                for (var start = shift.Start.Seconds; start <= request.Distributor.DepotHours.End.Seconds; start++)
                {
                    if (Return(request, trips, start) is { } back && back <= shift.End.Seconds && (back - start, back, -start).CompareTo(best) < 0)
                        best = (back - start, back, -start);
                }

                if (best.Working == int.MaxValue)
                    continue;
                (route.Working.Seconds, route.Trips[^1].Return.Seconds).ShouldBe((best.Working, best.Return), $"seed {seed}, {route.Vehicle}");
                routes++;
                withLunch += route.Trips.SelectMany(trip => trip.Stops).Any(stop => request.Terminals.Single(terminal => terminal.Id == stop.Terminal).OpeningHours.Periods.Count > 1) ? 1 : 0;
            }
        }

        routes.ShouldBeGreaterThan(10);
        withLunch.ShouldBeGreaterThan(3);
    }

    [Fact]
    public void Evaluate_RouteThatIsLate_LeavesAsSoonAsItCan_OrLaterWhereThatMakesNothingLater()
    {
        // 1,000 s to a stop that closes at 7:05: served 700 s late at best, by who leaves at 7.
        var request = Samples.Town.Deliveries(1, 1, seed: 1) with { Travel = Samples.Town.Roads([(0, 0), (8_000, 0)]) };
        request = request with { Terminals = [request.Terminals[0] with { DeliveryWindow = new TimeWindow(TimeOfDay.At(6), TimeOfDay.At(7, 5)) }] };
        var day = new DispatchDay(request, DayProgress.NotBegun);

        var plan = day.Evaluate(DispatchTown.Plan(request), DayOverrides.None, [new RouteDraft(new VehicleId("v0"), [[new OrderId("o00")]])]);

        plan.Breaches.ShouldBe([new PlanBreach(BreachRule.Window, new VehicleId("v0"), new OrderId("o00"), 700, false, Money.Zero)]);
        plan.Routes[0].Trips[0].Departure.ShouldBe(TimeOfDay.At(7));
    }

    /// <returns>Null where a stop or the depot is reached too late.</returns>
    private static int? Return(DeliveryPlanRequest request, PlainStop[][] trips, int start)
    {
        var (now, at) = (start, 0);
        var hours = request.Distributor.DepotHours;
        for (var trip = 0; trip < trips.Length; trip++)
        {
            now = trip == 0 ? now : Math.Max(now, hours.Start.Seconds) + request.Distributor.LoadingTime.Seconds;
            if (now > hours.End.Seconds)
                return null;
            foreach (var stop in trips[trip])
            {
                now += request.Travel.Seconds[(at * request.Travel.Size) + stop.Point];
                at = stop.Point;
                var window = Array.FindIndex(stop.Windows, window => window.End.Seconds >= now);
                if (window < 0)
                    return null;
                now = Math.Max(now, stop.Windows[window].Start.Seconds) + stop.Service;
            }

            now += request.Travel.Seconds[at * request.Travel.Size];
            at = 0;
        }

        return now;
    }

    private static PlainStop Plain(DeliveryPlanRequest request, DeliveryStop stop)
    {
        var index = request.Terminals.Select(terminal => terminal.Id).ToList().IndexOf(stop.Terminal);
        var terminal = request.Terminals[index];
        TimeWindow[] open = terminal.DaysOff != default ? [] : terminal.OpeningHours.IsUnknown ? [TimeWindow.WholeDay] : [.. terminal.OpeningHours.Periods.Select(period => period.Hours)];
        var windows = open.Select(window => window.Intersect(terminal.DeliveryWindow ?? TimeWindow.WholeDay)).Where(window => !window.IsEmpty);
        return new PlainStop(index + 1, [.. windows], (stop.Departure - stop.ServiceStart).Seconds);
    }

    private sealed record PlainStop(int Point, TimeWindow[] Windows, int Service);
}
