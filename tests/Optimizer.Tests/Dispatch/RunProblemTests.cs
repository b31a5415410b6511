using Territory.Model.Dispatch;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch;
using Territory.Optimizer.Dispatch.Runs;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>The problem that is searched and the day that is evaluated are two computations of the same routes; they must agree to the second, the metre and the minor unit.</summary>
public sealed class RunProblemTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void RouteOf_RandomRoutesOfADay_HasTheFiguresThatTheDayHas(bool hasBegun)
    {
        var (kept, broken, departed) = (0, 0, 0);
        for (var seed = 1; seed <= Draws.Of(80); seed++)
        {
            var (day, plan) = RunDay.Of(seed, stops: 14, vehicles: 3, hasBegun, isLocked: false);
            plan = day.Evaluate(plan with { Overrides = Allowances(day.Request, new Random(seed)) });
            var gone = new Departed(day.Request, day.Progress, plan);
            var model = day.ModelOf(plan.Overrides, gone.Orders);
            var options = RunDay.Options(RunScope.Unlocked);
            var problem = new RunProblemBuilder(day, model, plan, new RunFreedom(model, gone, plan, options), options).Build();
            var pricing = new DayPricing(problem.Data);
            var random = new Random(seed);
            for (var draw = 0; draw < 30; draw++)
            {
                var vehicle = random.Next(problem.Data.VehicleCount);
                var trips = DrawTrips(problem, vehicle, random);
                if (trips.Count == 0)
                    continue;
                var route = new SolutionRoute(vehicle, vehicle, trips, [], 0, 0, 0);
                var id = model.Vehicles[problem.Vehicles[vehicle].Vehicle].Id;
                var evaluated = day.Evaluate(plan, plan.Overrides, problem.DraftsOf([route]).Where(draft => draft.Vehicle == id).ToArray());
                var expected = evaluated.Routes.Single(other => other.Vehicle == id);
                var starts = expected.Trips.SelectMany(trip => trip.Stops).Where(stop => model.DropOf(stop.Orders[0]) is not null).ToDictionary(stop => model.DropOf(stop.Orders[0])!.Value, stop => stop.ServiceStart);
                var breaches = evaluated.Breaches.Where(breach => breach.Vehicle == id && !breach.IsAllowed && (breach.Order is not { } order || model.DropOf(order) is not null)).ToArray();

                var priced = pricing.RouteOf(vehicle, trips, InitialRoutes.WindowsOf(problem, trips, drop => starts[drop]));

                // A vehicle whose stops on board are late as it is may be as late.
                if (breaches.Length > 0 && problem.Vehicles[vehicle].Bound.Count > 0)
                    continue;
                (priced is not null).ShouldBe(breaches.Length == 0, $"seed {seed} draw {draw}: {string.Join(", ", breaches.Select(breach => breach.ToString()))}");
                if (priced is null)
                {
                    broken++;
                    continue;
                }

                kept++;
                departed += problem.Vehicles[vehicle].Departed is null ? 0 : 1;
                priced.Distance.ShouldBe(expected.Distance.Meters, $"seed {seed} draw {draw}");
                // Where time costs nothing the search asks only for the return.
                if (problem.Data.VehicleTypes[vehicle].CostPerDuration == 0)
                    continue;
                // What the lateness of stops made costs is over.
                var made = evaluated.Breaches.Where(breach => breach.Vehicle == id && breach.Order is { } order && model.DropOf(order) is null).Sum(breach => breach.Price.MinorUnits);
                // By the hour a leg is rounded down in every slot, so that a vehicle may at times leave a second later and be there as soon; the day puts off its departure to the last such second.
                var rounding = day.Request.TravelByTime is null ? 0 : 2;
                (priced.Duration - expected.Working.Seconds).ShouldBeInRange(0, rounding, $"seed {seed} draw {draw}");
                Math.Abs(expected.Cost.MinorUnits - made - ((double)priced.Cost / DeliveryCost.PartsPerMinorUnit)).ShouldBeLessThanOrEqualTo((2.5 * rounding) + 0.5 * (1 + evaluated.Breaches.Count(breach => breach.Vehicle == id)), $"seed {seed} draw {draw}");
            }
        }

        (kept, broken).ShouldSatisfyAllConditions(counts => counts.kept.ShouldBeGreaterThan(100), counts => counts.broken.ShouldBeGreaterThan(100));
        if (hasBegun)
            departed.ShouldBeGreaterThan(50);
    }

    /// <summary>What is on board in any order, then some of the others on trips of one to five stops.</summary>
    private static List<IReadOnlyList<int>> DrawTrips(RunProblem problem, int vehicle, Random random)
    {
        var freedom = problem.Vehicles[vehicle];
        var trips = new List<IReadOnlyList<int>>();
        if (problem.HereOf[vehicle] >= 0)
            trips.Add([problem.HereOf[vehicle], .. freedom.OnBoard.Select(problem.ClientOf).OrderBy(_ => random.Next())]);
        var others = Enumerable.Range(0, problem.Drops.Count).Where(client => problem.Data.Clients[client].Vehicle is null).OrderBy(_ => random.Next()).Take(random.Next(7)).ToArray();
        for (var at = 0; at < others.Length;)
        {
            var count = Math.Min(others.Length - at, random.Next(1, 6));
            trips.Add(others[at..(at + count)]);
            at += count;
        }

        return trips;
    }

    private static DayOverrides Allowances(DeliveryPlanRequest request, Random random) => new()
    {
        Overtime = [.. request.Vehicles.Where(_ => random.Next(2) == 0).Select(vehicle => new OvertimeAllowance(vehicle.Id, new(random.Next(600, 7_200)), new(4_000)))],
        Lateness = [.. request.Orders.Where(_ => random.Next(3) == 0).DistinctBy(order => order.Terminal).Select(order => new LatenessAllowance(order.Id, new(random.Next(600, 5_400)), new(3_000)))],
    };
}
