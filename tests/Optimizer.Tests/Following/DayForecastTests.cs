using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Following;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Model.Travel;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Following;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Following;

public sealed class DayForecastTests
{
    [Theory]
    [InlineData(1, true)]
    [InlineData(2, true)]
    [InlineData(3, false)]
    public void Of_ActualsAsPlanned_IsThePlanAtEveryMoment(int seed, bool isRush)
    {
        var (request, plan) = FollowedTown.Planned(24, 3, seed, isRush: isRush);
        plan.Routes.SelectMany(route => route.Trips).Count().ShouldBeGreaterThanOrEqualTo(2);

        for (var now = TimeOfDay.At(0); now <= TimeOfDay.At(19); now += Duration.FromMinutes(7))
        {
            var forecast = DayForecast.Of(FollowedTown.Day(request, plan, FollowedTown.AsPlanned(plan, now)));

            foreach (var (route, expected) in forecast.Zip(plan.Routes))
            {
                var planned = expected.Trips.SelectMany(trip => trip.Stops).ToList();
                route.Stops.Select(stop => (stop.Terminal, stop.Arrival, stop.ServiceStart, stop.Departure))
                    .ShouldBe(planned.Select(stop => (stop.Terminal, stop.Arrival, stop.ServiceStart, stop.Departure)), $"at {now}");
                route.Return.ShouldBe(expected.Trips[^1].Return);
                route.Stops.ShouldAllBe(stop => stop.Late == Duration.Zero);
                route.AfterShift.ShouldBe(Duration.Zero);
            }
        }
    }

    [Fact]
    public void Of_AnythingDelayed_BringsNothingForward()
    {
        for (var draw = 0; draw < Draws.Of(60); draw++)
        {
            var random = new Random(draw);
            var (request, plan) = FollowedTown.Planned(16, 2, seed: 1 + (draw % 6));
            var now = TimeOfDay.At(7 + random.Next(8), random.Next(60));
            var early = FollowedTown.AsPlanned(plan, now);
            var delay = new Duration(random.Next(1, 5_400));
            // The last thing that happened to each vehicle happened so much later, and so it is later now.
            var late = new DayProgress(now + delay, [.. early.Routes.Select(route => Delayed(route, delay))]);

            var before = DayForecast.Of(FollowedTown.Day(request, plan, early));
            var after = DayForecast.Of(FollowedTown.Day(request, plan, late));

            foreach (var (first, second) in before.Zip(after))
            {
                second.Return.ShouldBeGreaterThanOrEqualTo(first.Return);
                second.AfterShift.ShouldBeGreaterThanOrEqualTo(first.AfterShift);
                foreach (var (a, b) in first.Stops.Zip(second.Stops).Where(pair => pair.First.State == StopState.Open))
                {
                    b.Arrival.ShouldBeGreaterThanOrEqualTo(a.Arrival);
                    b.ServiceStart.ShouldBeGreaterThanOrEqualTo(a.ServiceStart);
                    b.Late.ShouldBeGreaterThanOrEqualTo(a.Late);
                }
            }
        }
    }

    /// <summary>The expected times come from a walk of its own, from the request's matrices and the words of the rule alone.</summary>
    [Fact]
    public void Of_RandomActuals_AgreesWithAnIndependentWalk()
    {
        var late = 0;
        for (var draw = 0; draw < Draws.Of(60); draw++)
        {
            var random = new Random(1_000 + draw);
            var (request, plan) = FollowedTown.Planned(18, 2, seed: 1 + (draw % 6));
            var route = plan.Routes[random.Next(plan.Routes.Count)];
            var done = random.Next(route.Trips[0].Stops.Count + 1);
            var left = route.Trips[0].Departure + new Duration(random.Next(3_600));
            var actuals = new List<StopActual>();
            var clock = left;
            foreach (var stop in route.Trips[0].Stops.Take(done))
            {
                var arrived = clock + new Duration(random.Next(300, 2_400));
                clock = arrived + new Duration(random.Next(60, 1_800));
                actuals.Add(new StopActual(stop.Terminal, stop.Orders, arrived, clock));
            }

            var now = clock + new Duration(random.Next(900));
            var forecast = DayForecast.Of(FollowedTown.Day(request, plan, new DayProgress(now, [new RouteProgress(route.Vehicle, [left], [], actuals)])))
                .Single(candidate => candidate.Vehicle == route.Vehicle);

            var expected = Walk(request, route, done, clock, now);
            forecast.Stops.Skip(done).Select(stop => (stop.Arrival.Seconds, stop.ServiceStart.Seconds)).ShouldBe(expected.Stops);
            forecast.Return.Seconds.ShouldBe(expected.Return);
            late += forecast.Stops.Count(stop => stop.Late > Duration.Zero);
        }

        // The draws reach what they are for.
        late.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Of_PlannedWindowGoneBy_WaitsForTheNextAndIsLateAgainstTheLast()
    {
        var (request, plan) = Straight();
        var windows = new[] { new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(9)), new TimeWindow(TimeOfDay.At(11), TimeOfDay.At(12)) };
        FollowedDay At(TimeOfDay departed)
        {
            var day = FollowedTown.Day(request, plan, new DayProgress(departed, [new RouteProgress(plan.Routes[0].Vehicle, [departed], [], [])]));
            return day with { Stops = day.Stops.ToDictionary(pair => pair.Key, pair => pair.Value with { Windows = windows }) };
        }

        // 4,800 m at 8 m/s: ten minutes on the way.
        var missed = DayForecast.Of(At(TimeOfDay.At(8, 55)))[0].Stops[0];
        (missed.Arrival, missed.ServiceStart, missed.Late).ShouldBe((TimeOfDay.At(9, 5), TimeOfDay.At(11), Duration.Zero));

        var hopeless = DayForecast.Of(At(TimeOfDay.At(12, 20)))[0].Stops[0];
        (hopeless.Arrival, hopeless.ServiceStart, hopeless.Due, hopeless.Late)
            .ShouldBe((TimeOfDay.At(12, 30), TimeOfDay.At(12, 30), TimeOfDay.At(12), Duration.FromMinutes(30)));
    }

    [Fact]
    public void Of_SeenOnTheWay_GoesOnFromThere()
    {
        var (request, plan) = Straight();
        var route = plan.Routes[0];
        var progress = new DayProgress(TimeOfDay.At(8, 5), [new RouteProgress(route.Vehicle, [TimeOfDay.At(8)], [], [])]);
        FollowedDay Seen(Sighting sighting)
        {
            var day = FollowedTown.Day(request, plan, progress);
            return day with { Vehicles = new Dictionary<VehicleId, FollowedVehicle> { [route.Vehicle] = day.Vehicles[route.Vehicle] with { Seen = sighting } } };
        }

        var ahead = DayTravel.Constant(new TravelMatrix(2, [0, 900, 900, 0], [0, 7_200, 7_200, 0], "test"));
        DayForecast.Of(Seen(new Sighting(TimeOfDay.At(8, 4), route.Trips[0].Stops[0].Orders[0], ahead)))[0].Stops[0].Arrival.ShouldBe(TimeOfDay.At(8, 19));
        // On its way to somewhere else, or seen before it left, says nothing about this leg.
        DayForecast.Of(Seen(new Sighting(TimeOfDay.At(8, 4), new OrderId("another"), ahead)))[0].Stops[0].Arrival.ShouldBe(TimeOfDay.At(8, 10));
        DayForecast.Of(Seen(new Sighting(TimeOfDay.At(7, 59), route.Trips[0].Stops[0].Orders[0], ahead)))[0].Stops[0].Arrival.ShouldBe(TimeOfDay.At(8, 10));
    }

    [Fact]
    public void Of_TripBackWithoutAStop_CallsItUnfinishedAndLoadsBeforeTheNext()
    {
        var (request, plan) = Straight();
        var stop = plan.Routes[0].Trips[0].Stops[0];
        var trip = plan.Routes[0].Trips[0];
        var route = plan.Routes[0] with { Trips = [trip, trip with { Stops = [stop with { Orders = [new OrderId("second")] }] }] };
        var two = plan with { Routes = [route] };
        var back = TimeOfDay.At(13);

        var forecast = DayForecast.Of(FollowedTown.Day(request, two, new DayProgress(back, [new RouteProgress(route.Vehicle, [TimeOfDay.At(12)], [back], [])])))[0];

        forecast.Stops.Select(each => each.State).ShouldBe([StopState.Unfinished, StopState.Open]);
        forecast.Stops[0].Late.ShouldBe(Duration.Zero);
        // Half an hour of loading and ten minutes of road.
        forecast.Stops[1].Arrival.ShouldBe(TimeOfDay.At(13, 40));
        forecast.TripsReturned.ShouldBe(1);
    }

    [Fact]
    public void LateRisks_Several_AreSortedByMinutesAndLeaveOutWhatIsDone()
    {
        StopForecast Stop(string id, StopState state, int late) => new(
            new TerminalId(id), [new OrderId(id)], 0, state, default, default, default, default, default, Duration.FromMinutes(late));
        RouteForecast route = new(new VehicleId("v"), 1, 0, default, default, Duration.Zero,
            [Stop("done", StopState.Done, 90), Stop("a", StopState.Open, 5), Stop("b", StopState.Open, 40), Stop("fine", StopState.Open, 0), Stop("c", StopState.There, 20)]);

        DayForecast.LateRisks([route]).Select(risk => risk.Stop.Terminal.Value).ShouldBe(["b", "c", "a"]);
    }

    private static RouteProgress Delayed(RouteProgress route, Duration delay)
    {
        if (route.Done.Count > 0 && route.Returns.Count == 0)
        {
            var last = route.Done[^1];
            return route with { Done = [.. route.Done.SkipLast(1), last with { Departure = last.Departure + delay }] };
        }

        return route.Returns.Count > 0 && route.Returns.Count == route.Departures.Count
            ? route with { Returns = [.. route.Returns.SkipLast(1), route.Returns[^1] + delay] }
            : route.Departures.Count > 0 && route.Done.Count == 0 ? route with { Departures = [.. route.Departures.SkipLast(1), route.Departures[^1] + delay] }
            : route;
    }

    private static (List<(int Arrival, int Start)> Stops, int Return) Walk(DeliveryPlanRequest request, DeliveryRoute route, int done, TimeOfDay clock, TimeOfDay now)
    {
        var points = request.Terminals.Select((terminal, i) => (terminal, Point: i + 1)).ToDictionary(pair => pair.terminal.Id);
        int Drive(int from, int to, int at) => Math.Max(now.Seconds, request.TravelByTime!.Arrival(from, to, new TimeOfDay(at)).Seconds);
        var stops = new List<(int, int)>();
        var time = clock.Seconds;
        var place = done == 0 ? 0 : points[route.Trips[0].Stops[done - 1].Terminal].Point;
        for (var trip = 0; trip < route.Trips.Count; trip++)
        {
            if (trip > 0)
            {
                var loaded = Math.Max(time, request.Distributor.DepotHours.Start.Seconds) + request.Distributor.LoadingTime.Seconds;
                time = new[] { loaded, route.Trips[trip].Departure.Seconds, now.Seconds }.Max();
            }

            foreach (var stop in route.Trips[trip].Stops.Skip(trip == 0 ? done : 0))
            {
                var (terminal, point) = points[stop.Terminal];
                var arrival = Drive(place, point, time);
                var open = terminal.OpeningHours.IsUnknown ? [TimeWindow.WholeDay] : terminal.OpeningHours.On(Town.Monday.DayOfWeek).ToList();
                // The first second from the arrival on at which the outlet takes goods, though not before the window it was planned in.
                var allowed = open.Select(hours => terminal.DeliveryWindow is { } window ? hours.Intersect(window) : hours).ToList();
                var from = arrival <= stop.Window.End.Seconds ? Math.Max(arrival, stop.Window.Start.Seconds) : arrival;
                var start = allowed.Any(hours => hours.End.Seconds >= from)
                    ? Enumerable.Range(from, 24 * 3_600).First(second => allowed.Any(hours => hours.Contains(new TimeOfDay(second))))
                    : from;
                stops.Add((arrival, start));
                time = start + (stop.Departure - stop.ServiceStart).Seconds;
                place = point;
            }

            time = Drive(place, 0, time);
            place = 0;
        }

        return (stops, time);
    }

    /// <summary>One stop, 4,800 m from the depot.</summary>
    private static (DeliveryPlanRequest Request, DeliveryPlan Plan) Straight()
    {
        var request = Town.Deliveries(1, 1, seed: 1) with { Travel = Town.Roads([(0, 0), (4_800, 0)]) };
        request = request with { Terminals = [request.Terminals[0] with { DeliveryWindow = new TimeWindow(TimeOfDay.At(8), TimeOfDay.At(9)) }] };
        return (request, new DeliveryPlanner().Plan(request, new Optimizer.Solving.SolveOptions { Iterations = 10 }, null, CancellationToken.None));
    }
}
