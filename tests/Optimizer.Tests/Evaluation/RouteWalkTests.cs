using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Evaluation;

public sealed class RouteWalkTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void TryPrice_RandomRoutesOfRichProblems_AgreesWithTryingEveryMoment(bool hasSlots)
    {
        var (feasible, broken, late) = (0, 0, 0);
        for (var seed = 1; seed <= Draws.Of(hasSlots ? 80 : 40); seed++)
        {
            var data = RichProblem.Of(seed, hasSlots: hasSlots);
            var random = new Random(seed);
            var walk = new RouteWalk(data);
            for (var draw = 0; draw < 4; draw++)
            {
                var (vehicle, trips, windows) = Draw(data, random);
                var (nodes, entries) = Entries(data, vehicle, trips, windows);
                if (data.VehicleTypes[data.TypeOfVehicle[vehicle]] is { Profile: 1, Breaks.Count: > 0 } && hasSlots)
                    continue;

                var isKept = walk.TryPrice(new RouteSequence(vehicle, data.TypeOfVehicle[vehicle], nodes, entries), out var figures);

                var oracle = new RichOracle(data, vehicle, trips, windows);
                var optimum = oracle.Cost();
                (isKept ? figures.Cost : (long?)null).ShouldBe(isKept ? oracle.CostFrom(figures.Start) : optimum, $"seed {seed}, draw {draw}");
                if (isKept)
                    (figures.Cost - optimum!.Value).ShouldBeInRange(0, Rounding(data, vehicle, nodes, oracle, figures), $"seed {seed}, draw {draw}");
                late += isKept && data.IsTimed && figures.Start > data.VehicleTypes[data.TypeOfVehicle[vehicle]].Start.Early ? 1 : 0;
                feasible += isKept ? 1 : 0;
                broken += isKept ? 0 : 1;
            }
        }

        feasible.ShouldBeGreaterThan(15);
        broken.ShouldBeGreaterThan(15);
        late.ShouldBeGreaterThan(5);
    }

    /// <summary>Where speeds change a leg is rounded up by one unit at most, at half speed worth two at the next change, in a slot that takes three times as long three; elsewhere there is nothing to round.</summary>
    private static long Rounding(ProblemData data, int vehicle, int[] nodes, RichOracle oracle, RouteFigures figures) =>
        data.ClockOf(data.TypeOfVehicle[vehicle]) is not { } clock ? 0 : oracle.PriceOf((clock.HasSlots ? 3 : 2) * (nodes.Length - 1), figures.Duration);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Report_RandomRoutes_ListsViolationsExactlyWhereTheStrictWalkRefuses_AndCostsTheSame(bool hasSlots)
    {
        for (var seed = 1; seed <= Draws.Of(150); seed++)
        {
            var data = RichProblem.Of(seed, hasSlots: hasSlots);
            var random = new Random(seed);
            var (vehicle, trips, windows) = Draw(data, random);
            var (nodes, entries) = Entries(data, vehicle, trips, windows);
            var isKept = new RouteWalk(data).TryPrice(new RouteSequence(vehicle, data.TypeOfVehicle[vehicle], nodes, entries), out var figures);

            var report = new PlanEvaluator(data).Evaluate(new PlanRoute(vehicle, trips, windows));

            // A problem without times has no windows or ends to break, but its report has a timetable all the same.
            (report.Violations.Count == 0).ShouldBe(isKept, $"seed {seed}: {string.Join(", ", report.Violations)}");
            if (isKept)
                report.Figures.Cost.ShouldBe(figures.Cost, $"seed {seed}");
        }
    }

    [Fact]
    public void TryPrice_ProblemsOfTheJoinedFigures_AgreesToTheUnit()
    {
        for (var seed = 1; seed <= 200; seed++)
        {
            var data = RandomProblem.Of(6, seed, maxTrips: 2, withReleases: seed % 2 == 0);
            var random = new Random(seed);
            var (vehicle, trips, windows) = Draw(data, random);
            var (nodes, entries) = Entries(data, vehicle, trips, windows);
            var route = new Route(data, new CostEvaluator(data), vehicle);
            route.SetEntries(nodes.AsSpan(1, nodes.Length - 2), entries.AsSpan(1, nodes.Length - 2));

            var isKept = new RouteWalk(data).TryPrice(new RouteSequence(vehicle, data.TypeOfVehicle[vehicle], nodes, entries), out var figures);

            isKept.ShouldBe(route.IsFeasible, $"seed {seed}");
            if (isKept)
                (figures.Cost, figures.Distance, figures.Duration).ShouldBe((route.Cost, route.Distance, route.Duration), $"seed {seed}");
        }
    }

    [Fact]
    public void TryPrice_BreakInSlowHours_InterruptsTheLegAndDrivesOn()
    {
        // 20 units of road from 0 on: 10 by 10, a break of 5 by 15, then at half speed: 20 more, there at 35. Back at 55 + 40.
        var data = new ProblemData(
            [new Depot()],
            [new Client { Demand = new Load(1) }],
            [new VehicleType
            {
                Capacity = new Load(1), LatestEnd = 200, CostPerDuration = 1, CostPerDistance = 0, SpeedPeriods = [new SpeedPeriod(10, 500)], Start = new Interval(0, 0),
                Breaks = [new Break { Duration = 5, Windows = [new Interval(10, 10)] }],
            }],
            [0, 20, 20, 0],
            [0, 20, 20, 0]);

        var report = new PlanEvaluator(data).Evaluate(new PlanRoute(0, [[0]]));

        report.Violations.ShouldBeEmpty();
        report.Timetable.Select(entry => (entry.Kind, entry.Start)).ShouldBe(
            [(TimetableEntryKind.Start, 0), (TimetableEntryKind.Break, 10), (TimetableEntryKind.Stop, 35), (TimetableEntryKind.End, 75)]);
    }

    private static (int Vehicle, int[][] Trips, int[][] Windows) Draw(ProblemData data, Random random)
    {
        var order = Enumerable.Range(0, data.ClientCount).ToArray();
        random.Shuffle(order);
        var clients = order[..random.Next(1, Math.Min(order.Length, 5))];
        var cut = clients.Length > 1 && random.Next(3) == 0 ? random.Next(1, clients.Length) : clients.Length;
        int[][] trips = cut == clients.Length ? [clients] : [clients[..cut], clients[cut..]];
        return (random.Next(data.VehicleCount), trips, [.. trips.Select(trip => trip.Select(client => random.Next(data.Clients[client].Windows.Count)).ToArray())]);
    }

    private static (int[] Nodes, int[] Windows) Entries(ProblemData data, int vehicle, int[][] trips, int[][] windows)
    {
        var type = data.VehicleTypes[data.TypeOfVehicle[vehicle]];
        var nodes = trips.SelectMany(trip => trip.Select(client => data.DepotCount + client).Prepend(type.StartDepot)).Append(type.EndDepot).ToArray();
        var chosen = trips.Zip(windows).SelectMany(pair => pair.First.Zip(pair.Second, (client, window) => data.WindowOffset[data.DepotCount + client] + window).Prepend(0)).Append(0).ToArray();
        return (nodes, chosen);
    }
}
