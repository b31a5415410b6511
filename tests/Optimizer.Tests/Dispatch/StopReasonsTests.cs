using Territory.Model.Calendar;
using Territory.Model.Dispatch;
using Territory.Model.Dispatch.Edits;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Dispatch;

public sealed class StopReasonsTests
{
    /// <summary>Every place with every number of minutes of overtime, and of lateness of the stop, is carried out; none costs less than the fix.</summary>
    [Fact]
    public void Explain_StopThatFitsNowhere_NoSingleAllowanceIsCheaperThanTheFix()
    {
        var (fixedStops, byOvertime, byLateness, hopeless) = (0, 0, 0, 0);
        for (var seed = 1; seed <= Draws.Of(40); seed++)
        {
            var (day, plan, stop) = TightDay(seed);
            var explanation = StopReasons.Explain(day, plan, stop);
            if (explanation.Options.Any(option => option.Binding is null))
            {
                explanation.Fix.ShouldBeNull($"seed {seed}: it fits");
                continue;
            }

            var least = Single(day, plan, stop).DefaultIfEmpty(long.MaxValue).Min();
            if (explanation.Fix is not { } fix)
            {
                least.ShouldBe(long.MaxValue, $"seed {seed}: there is a fix");
                hopeless++;
                continue;
            }

            fixedStops++;
            byOvertime += fix.Edits.OfType<AllowOvertime>().Any() ? 1 : 0;
            byLateness += fix.Edits.OfType<AllowLateness>().Any() ? 1 : 0;
            fix.Change.Cost.MinorUnits.ShouldBeLessThanOrEqualTo(least, $"seed {seed}: {string.Join(", ", fix.Edits)}");
            var (after, refusal) = PlanEditing.Apply(day, plan, fix.Edits);
            refusal.ShouldBeNull();
            DispatchTown.Stops(after!).ShouldContain(there => there.Orders.Contains(stop));
            after!.Breaches.ShouldAllBe(breach => breach.IsAllowed);
            (after.Cost - plan.Cost).ShouldBe(fix.Change.Cost);
            foreach (var overtime in fix.Edits.OfType<AllowOvertime>())
                IsSound(day, plan, [.. fix.Edits.Select(edit => edit == overtime ? overtime with { Most = overtime.Most - Duration.FromMinutes(1) } : edit)]).ShouldBeFalse($"seed {seed}: a minute less is enough");
        }

        (fixedStops, byOvertime, byLateness).ShouldSatisfyAllConditions(counts => counts.byOvertime.ShouldBeGreaterThan(0), counts => counts.byLateness.ShouldBeGreaterThan(0));
    }

    /// <summary>
    /// East of the depot are a and b, west of it x; a shift is long enough for one side. The small vehicle, full, goes east and the large one west: b is served when they change over. Overtime of the large one for the other side
    /// is possible too, and dearer: 16 km more.
    /// </summary>
    [Fact]
    public void Explain_VehicleOnThatSideIsFull_ExchangesItForTheLargerOne()
    {
        var (day, plan) = TwoSides();

        var explanation = StopReasons.Explain(day, plan, new OrderId("b"));

        explanation.Options.ShouldAllBe(option => option.Binding != null);
        explanation.Fix.ShouldNotBeNull().Edits[0].ShouldBeOfType<ExchangeVehicles>();
        IsSound(day, plan, explanation.Fix!.Edits).ShouldBeTrue();
    }

    [Fact]
    public void Explain_LockAgainstEveryoneInTheWay_TakesItOff()
    {
        var (day, plan) = TwoSides();
        plan = plan with { Overrides = plan.Overrides with { Vehicles = [new VehicleLock(new VehicleId("large"), LockStrength.Everyone, true)] } };

        var fix = StopReasons.Explain(day, plan, new OrderId("b")).Fix.ShouldNotBeNull();

        fix.Edits.ShouldContain(new LockVehicle(new VehicleId("large"), null, false));
        IsSound(day, plan, fix.Edits).ShouldBeTrue();
        IsSound(day, plan, [.. fix.Edits.Where(edit => edit is not LockVehicle)]).ShouldBeFalse();
    }

    /// <summary>Against every other place of every vehicle.</summary>
    [Fact]
    public void Explain_StopOnARoute_HasTheBestOtherPlaceOfEveryVehicle()
    {
        for (var seed = 1; seed <= Draws.Of(12); seed++)
        {
            var request = DispatchTown.Request(seed, stops: 8, vehicles: 3);
            var day = new DispatchDay(request, DayProgress.NotBegun);
            var plan = day.Evaluate(DispatchTown.Plan(request));
            foreach (var route in plan.Routes)
            {
                var stop = route.Trips[0].Stops[0].Orders[0];
                var explanation = StopReasons.Explain(day, plan, stop);

                explanation.Vehicle.ShouldBe(route.Vehicle);
                explanation.Place.ShouldBe(new StopPlace(0, 0));
                explanation.Fix.ShouldBeNull();
                foreach (var option in explanation.Options.Where(option => option.Binding is null))
                {
                    var least = Places(day, plan, stop, option.Vehicle).Where(place => option.Vehicle != route.Vehicle || place != new StopPlace(0, 0))
                        .Select(place => PlanEditing.Apply(day, plan, [new MoveStops([stop], option.Vehicle, place)]).Plan!)
                        .Where(after => !RunChecks.TripsOf(after, option.Vehicle).SelectMany(trip => trip).SequenceEqual(RunChecks.TripsOf(plan, option.Vehicle).SelectMany(trip => trip)) || after.Routes.Single(other => other.Vehicle == option.Vehicle).Trips.Count != plan.Routes.FirstOrDefault(other => other.Vehicle == option.Vehicle)?.Trips.Count)
                        .Where(after => !PlanChanges.Between(plan, after).Broken.Any(breach => !breach.IsAllowed)).Min(after => after.Cost - plan.Cost);
                    option.Change.Cost.ShouldBe(least, $"seed {seed} {stop} on {option.Vehicle}");
                }
            }
        }
    }

    [Fact]
    public void Explain_UnknownOrder_IsTheCallersError()
    {
        var request = Town.Deliveries(2, 1, seed: 1);
        var day = new DispatchDay(request, DayProgress.NotBegun);

        Should.Throw<ArgumentException>(() => StopReasons.Explain(day, DispatchTown.Plan(request), new OrderId("nobody"))).Message.ShouldContain("nobody");
    }

    /// <summary>A day of short shifts and windows, with one stop taken off its route and, now and then, no room for it any more.</summary>
    private static (DispatchDay Day, DeliveryPlan Plan, OrderId Stop) TightDay(int seed)
    {
        var random = new Random(seed);
        var request = Town.Deliveries(5, 2, seed, maxCases: 40);
        request = request with
        {
            Vehicles = [.. request.Vehicles.Select((vehicle, i) => vehicle with { Shift = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(8, random.Next(10, 50))), CostPerHour = Money.FromMajor(20 + (10 * i)) })],
            Terminals = [.. request.Terminals.Select(terminal => random.Next(2) == 0 ? terminal : terminal with { DeliveryWindow = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(7, random.Next(15, 59))) })],
        };
        var day = new DispatchDay(request, DayProgress.NotBegun);
        var plan = day.Evaluate(DispatchTown.Plan(request));
        var stop = plan.Unserved.Count > 0 ? plan.Unserved[0].Orders[0] : DispatchTown.Stops(plan).First().Orders[0];
        return (day, PlanEditing.Apply(day, plan, [new HoldStops([stop], HoldReason.Other, null)]).Plan!, stop);
    }

    private static (DispatchDay Day, DeliveryPlan Plan) TwoSides()
    {
        var shift = new TimeWindow(TimeOfDay.At(7), TimeOfDay.At(8, 10));
        var request = Town.Deliveries(3, 2, seed: 4) with
        {
            Vehicles = [Town.Vehicle("large", cases: 200) with { Shift = shift }, Town.Vehicle("small", cases: 60) with { Shift = shift }],
            Orders = [Town.OrderOf("a", "t00", 50), Town.OrderOf("b", "t01", 50), Town.OrderOf("x", "t02", 10)],
            Travel = Town.Roads([(0, 0), (8_000, 0), (8_000, 100), (-8_000, 0)]),
        };
        var day = new DispatchDay(request, DayProgress.NotBegun);
        return (day, day.Evaluate(DispatchTown.Plan(request), DayOverrides.None, [Draft("small", "a"), Draft("large", "x")]));
    }

    private static IEnumerable<long> Single(DispatchDay day, DeliveryPlan plan, OrderId stop)
    {
        foreach (var vehicle in day.Request.Vehicles)
        {
            foreach (var place in Places(day, plan, stop, vehicle.Id))
            {
                for (var minutes = 0; minutes <= 120; minutes += 1)
                {
                    PlanEdit[][] ways =
                    [
                        [new AllowOvertime(vehicle.Id, Duration.FromMinutes(minutes), FixPrices.Usual.OvertimeOf(vehicle)), new MoveStops([stop], vehicle.Id, place)],
                        [new AllowLateness(stop, Duration.FromMinutes(minutes), FixPrices.Usual.LatenessOf(vehicle)), new MoveStops([stop], vehicle.Id, place)],
                    ];
                    var sound = ways.Where(edits => IsSound(day, plan, edits)).Select(edits => (PlanEditing.Apply(day, plan, edits).Plan!.Cost - plan.Cost).MinorUnits).ToArray();
                    if (sound.Length == 0)
                        continue;
                    yield return sound.Min();
                    break;
                }
            }
        }
    }

    private static IEnumerable<StopPlace> Places(DispatchDay day, DeliveryPlan plan, OrderId stop, VehicleId vehicle)
    {
        var without = PlanEditing.Apply(day, plan, [new HoldStops([stop], HoldReason.Other, null)]).Plan!;
        var trips = RunChecks.TripsOf(without, vehicle);
        for (var trip = 0; trip < trips.Length; trip++)
        {
            for (var index = 0; index <= trips[trip].Length; index++)
                yield return new StopPlace(trip, index);
        }

        yield return new StopPlace(trips.Length, 0);
    }

    private static bool IsSound(DispatchDay day, DeliveryPlan plan, IReadOnlyList<PlanEdit> edits) =>
        PlanEditing.Apply(day, plan, edits).Plan is { } after && after.Breaches.All(breach => breach.IsAllowed);

    private static RouteDraft Draft(string vehicle, params string[] stops) => new(new VehicleId(vehicle), [[.. stops.Select(stop => new OrderId(stop))]]);
}
