using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>Stops that belong on a certain trip stay on it, whatever it costs.</summary>
public sealed class FixedTripTests
{
    private const int Stops = 4;

    /// <summary>Against every order and every cut into trips of one vehicle.</summary>
    [Fact]
    public void Solve_StopsOfCertainTrips_FindsTheOptimumOfAllThatKeepThem()
    {
        var cost = 0L;
        for (var seed = 1; seed <= Draws.Of(60); seed++)
        {
            var random = new Random(seed);
            var clients = Enumerable.Range(0, Stops).Select(_ => new Client
            {
                Demand = new Load(random.Next(1, 4)),
                Trip = random.Next(2) == 0 ? random.Next(2) : null,
                Windows = random.Next(3) == 0 ? [new Interval(0, random.Next(40, 200))] : [Interval.Always],
            }).ToArray();
            int[] matrix = [.. Enumerable.Range(0, (Stops + 1) * (Stops + 1)).Select(_ => random.Next(5, 40))];
            var data = new ProblemData([new Depot()], clients, [new VehicleType { Capacity = new Load(6), MaxTrips = 3, ReloadDuration = 2 }], matrix, matrix);

            var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = 1_000 }, null, CancellationToken.None).Best;

            best.Cost.ShouldBe(Optimum(data), $"seed {seed}");
            best.Routes.SelectMany(route => route.Trips.SelectMany((trip, number) => trip.Select(client => clients[client].Trip ?? number).Where(wanted => wanted != number))).ShouldBeEmpty($"seed {seed}");
            cost += best.Cost;
        }

        cost.ShouldBeGreaterThan(0);
    }

    [Fact]
    public void Evaluate_StopOfTheFirstTripOnTheSecond_IsOutOfPosition()
    {
        int[] matrix = [0, 1, 1, 1, 0, 1, 1, 1, 0];
        var data = new ProblemData(
            [new Depot()], [new Client { Demand = default }, new Client { Demand = default, Trip = 0 }], [new VehicleType { Capacity = default, MaxTrips = 2 }], matrix, matrix);
        var evaluator = new PlanEvaluator(data);

        evaluator.Evaluate(new PlanRoute(0, [[0, 1]])).Violations.ShouldBeEmpty();
        evaluator.Evaluate(new PlanRoute(0, [[0], [1]])).Violations.ShouldHaveSingleItem().ShouldBe(new Violation(Rule.Position, 0, 1, 1));
    }

    private static long Optimum(ProblemData data)
    {
        var evaluator = new PlanEvaluator(data);
        var best = evaluator.Evaluate([]).Cost;
        for (var set = 1; set < 1 << Stops; set++)
        {
            foreach (var order in Orders([.. Enumerable.Range(0, Stops).Where(client => (set >> client & 1) == 1)]))
            {
                for (var cuts = 0; cuts < 1 << (order.Length - 1); cuts++)
                {
                    var trips = new List<List<int>> { new() { order[0] } };
                    for (var i = 1; i < order.Length; i++)
                    {
                        if ((cuts >> (i - 1) & 1) == 1)
                            trips.Add([]);
                        trips[^1].Add(order[i]);
                    }

                    var isKept = trips.Select((trip, number) => trip.All(client => data.Clients[client].Trip is not { } wanted || wanted == number)).All(isFine => isFine);
                    var report = evaluator.Evaluate([new PlanRoute(0, [.. trips])]);
                    if (isKept && report.Violations.All(violation => violation.Rule == Rule.Position))
                        best = Math.Min(best, report.Cost);
                }
            }
        }

        return best;
    }

    private static IEnumerable<int[]> Orders(int[] clients)
    {
        if (clients.Length <= 1)
            return [clients];
        return clients.SelectMany(first => Orders([.. clients.Where(client => client != first)]).Select(rest => (int[])[first, .. rest]));
    }
}
