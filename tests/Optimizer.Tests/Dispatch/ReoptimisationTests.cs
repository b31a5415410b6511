using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Optimizer.Dispatch;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Dispatch;

/// <summary>What holds of every run: locks, what has left, what the scope leaves alone, and that it is no worse than before.</summary>
public sealed class ReoptimisationTests
{
    private static readonly RunScope[] Scopes = Enum.GetValues<RunScope>();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Run_RandomDays_ChangesNothingThatIsLockedOrHasLeft(bool hasBegun)
    {
        var changed = 0;
        for (var seed = 1; seed <= Draws.Of(120); seed++)
        {
            var day = RunDay.Of(seed, stops: 14, vehicles: 4, hasBegun, isLocked: true);
            var scope = Scopes[seed % Scopes.Length];
            VehicleId[] named = scope == RunScope.Routes ? [.. day.Day.Request.Vehicles.Where((_, i) => (seed >> i & 1) == 1).Select(vehicle => vehicle.Id)] : [];

            var plan = day.Run(RunDay.Options(scope, seed, iterations: 80, movePrice: seed % 3 == 0 ? 500 : 0, named));

            new RunChecks(day, scope, named).Verify(plan, $"seed {seed} {scope}");
            changed += PlanChanges.Between(day.Plan, plan).Moved.Count;
        }

        changed.ShouldBeGreaterThan(100);
    }

    [Fact]
    public void Run_ThatKeepsDeparted_KeepsTheOrderOfStopsOnTheRoad()
    {
        var reordered = 0;
        for (var seed = 1; seed <= 12; seed++)
        {
            var day = RunDay.Of(seed, stops: 20, vehicles: 4, hasBegun: true, isLocked: seed % 2 == 0);
            var options = RunDay.Options(RunScope.Everything);

            var kept = day.Run(options with { KeepsDeparted = true });
            var free = day.Run(options);

            foreach (var gone in day.Day.Progress.Routes.Where(route => route.Departures.Count > 0))
            {
                OnTheRoad(kept, gone).ShouldBe(OnTheRoad(day.Plan, gone), $"seed {seed}, {gone.Vehicle}");
                reordered += OnTheRoad(free, gone).SequenceEqual(OnTheRoad(day.Plan, gone)) ? 0 : 1;
            }
        }

        // Otherwise the runs would have kept it anyhow.
        reordered.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Run_SameSeedAndIterations_GivesTheSamePlan()
    {
        foreach (var scope in Scopes)
        {
            var day = RunDay.Of(7, stops: 14, vehicles: 4, hasBegun: true, isLocked: true);
            VehicleId[] named = scope == RunScope.Routes ? [new VehicleId("v00"), new VehicleId("v01")] : [];
            var options = RunDay.Options(scope, seed: 5, iterations: 150, movePrice: 200, named);

            var (first, second) = (day.Run(options), RunDay.Of(7, stops: 14, vehicles: 4, hasBegun: true, isLocked: true).Run(options));

            PlanJson.Of(second).ShouldBe(PlanJson.Of(first), $"{scope}");
            first.Provenance.Seed.ShouldBe(5);
            (first.Provenance.Iterations is 150 or 0).ShouldBeTrue($"{scope}: {first.Provenance.Iterations}");
        }
    }

    [Fact]
    public void Run_OtherInput_HasAnotherInputHash()
    {
        var day = RunDay.Of(3, stops: 10, vehicles: 3, hasBegun: false, isLocked: false);
        var options = RunDay.Options(RunScope.Unlocked, iterations: 20);
        var begun = new DispatchDay(day.Day.Request, new DayProgress(Model.Calendar.TimeOfDay.At(6), []));
        var held = day.Plan with { Overrides = day.Plan.Overrides with { Overload = [new OverloadAllowance(new VehicleId("v00"), 1, new(1))] } };
        var other = day.Day.Evaluate(day.Plan, day.Plan.Overrides, []);

        string[] hashes =
        [
            day.Run(options).Provenance.InputHash,
            day.Run(options with { MovePrice = new(1) }).Provenance.InputHash,
            day.Run(options with { Scope = RunScope.KeepVehicles }).Provenance.InputHash,
            (day with { Day = begun }).Run(options).Provenance.InputHash,
            (day with { Plan = held }).Run(options).Provenance.InputHash,
            (day with { Plan = other }).Run(options).Provenance.InputHash,
        ];

        hashes.Distinct().Count().ShouldBe(hashes.Length);
        day.Run(options with { Seed = 99 }).Provenance.InputHash.ShouldBe(hashes[0]);
    }

    /// <summary>A stop that moves saves its price; with a price above any cost none does, without one the search is that of free stops, and the dearer the fewer on average.</summary>
    [Fact]
    public void Run_PriceOfMovedStops_KeepsThemTheMoreTheDearerItIs()
    {
        int[] prices = [0, 500, 2_000, 20_000_000];
        var moved = new int[prices.Length];
        for (var seed = 1; seed <= Draws.Of(12); seed++)
        {
            var day = RunDay.Of(seed, stops: 14, vehicles: 4, hasBegun: false, isLocked: false);
            // A sound plan: what nobody put where it breaks a rule.
            day = day with { Plan = day.Day.Evaluate(DispatchTown.Plan(day.Day.Request, iterations: 0)) };
            if (day.Plan.Breaches.Count > 0 || day.Day.Request.Vehicles[0].CostPerHour == default)
                continue;
            for (var i = 0; i < prices.Length; i++)
            {
                var plan = day.Run(RunDay.Options(RunScope.Unlocked, seed, iterations: 1_500, prices[i]));
                moved[i] += PlanChanges.Between(day.Plan, plan).Moved.Count(stop => VehicleOf(plan, stop) != VehicleOf(day.Plan, stop));
                (RunOptimum.ValueOf(day, plan, prices[i]) <= RunOptimum.ValueOf(day, day.Plan, prices[i])).ShouldBeTrue($"seed {seed} at {prices[i]} is worse than it was");
            }
        }

        moved[0].ShouldBeGreaterThan(0);
        moved.Zip(moved.Skip(1)).ShouldAllBe(pair => pair.Second <= pair.First, string.Join(' ', moved));
        moved[^1].ShouldBe(0);
    }

    [Fact]
    public void Run_Cancelled_GivesTheBestSoFarWithinTheTimeThatARoundTakes()
    {
        foreach (var scope in Scopes)
        {
            var day = RunDay.Of(2, stops: 14, vehicles: 4, hasBegun: false, isLocked: false);
            using var cancelled = new CancellationTokenSource();
            cancelled.Cancel();

            var plan = new Reoptimisation(new TerritorySolver()).Run(day.Day, day.Plan, RunDay.Options(scope, iterations: 1_000_000_000), null, cancelled.Token);

            plan.Provenance.Iterations.ShouldBe(0);
            plan.Unserved.Count.ShouldBeLessThanOrEqualTo(day.Plan.Unserved.Count + day.Plan.Breaches.Count, $"{scope}");
        }
    }

    [Fact]
    public void Run_Progress_TellsWhatThePlanCostsInTheEnd()
    {
        foreach (var scope in (RunScope[])[RunScope.Unlocked, RunScope.Unserved, RunScope.KeepVehicles])
        {
            foreach (var hasBegun in (bool[])[false, true])
            {
                var day = RunDay.Of(6, stops: 14, vehicles: 4, hasBegun, isLocked: true);
                var told = new Told();

                var plan = new Reoptimisation(new TerritorySolver()).Run(day.Day, day.Plan, RunDay.Options(scope, iterations: 200, movePrice: 300), told, CancellationToken.None);

                told.Values.ShouldNotBeEmpty();
                told.Values.Zip(told.Values.Skip(1)).ShouldAllBe(pair => pair.Second.Unserved < pair.First.Unserved || (pair.Second.Unserved == pair.First.Unserved && pair.Second.Cost <= pair.First.Cost));
                told.Values[^1].Unserved.ShouldBe(plan.Unserved.Count, $"{scope} {hasBegun}");
                Math.Abs(told.Values[^1].Cost - (RunOptimum.ValueOf(day, plan with { Unserved = [] }, 300))).ShouldBeLessThan(30, $"{scope} {hasBegun}");
            }
        }
    }

    [Fact]
    public void Run_LeavesStopsOut_SaysWhy()
    {
        var request = Town.Deliveries(3, 1, seed: 1) with
        {
            Vehicles = [Town.Vehicle("v0", cases: 100)],
            Orders = [Town.OrderOf("a", "t00", 90), Town.OrderOf("b", "t01", 50), Town.OrderOf("c", "t02", 900)],
        };
        var day = new DispatchDay(request, DayProgress.NotBegun);
        var plan = day.Evaluate(DispatchTown.Plan(request), DayOverrides.None, []);
        plan.Unserved.Count(unserved => unserved.Reason == UnservedReason.NotPlanned).ShouldBeGreaterThan(0);

        var after = new RunDay(day, plan).Run(RunDay.Options(RunScope.Unserved, iterations: 50));

        after.Unserved.Select(unserved => unserved.Reason).ShouldBe([UnservedReason.NoCapacityLeft, UnservedReason.LargerThanAnyVehicle], ignoreOrder: true);
    }

    private static VehicleId? VehicleOf(DeliveryPlan plan, OrderId stop) =>
        plan.Routes.FirstOrDefault(route => route.Trips.Any(trip => trip.Stops.Any(there => there.Orders[0] == stop)))?.Vehicle;

    private static List<OrderId> OnTheRoad(DeliveryPlan plan, RouteProgress gone) =>
        [.. plan.Routes.Single(route => route.Vehicle == gone.Vehicle).Trips.Take(gone.Departures.Count).SelectMany(trip => trip.Stops).SelectMany(stop => stop.Orders)];

    private sealed class Told : IProgress<SolveProgress>
    {
        public List<SolveProgress> Values { get; } = [];

        public void Report(SolveProgress value) => Values.Add(value);
    }
}
