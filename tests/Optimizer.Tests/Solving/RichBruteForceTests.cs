using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>Tiny problems over the whole model: every assignment, order, trip and window is priced by the walk; the engine must find the least.</summary>
public sealed class RichBruteForceTests
{
    private const int Clients = 4;

    /// <summary>Few iterations settle most problems; the others are given more, and then there is no excuse.</summary>
    private static readonly long[] Patience = [500, 2_000, 20_000];

    /// <summary>
    /// In the first the optimum holds three stops any two of which break a rule but one alone does not; in the second the delivery of a shipment, not its pickup, is planned for a vehicle. In the others a shipment
    /// is cheapest where it would not go alone, or whom a vehicle is planned for is not the first that it can take.
    /// </summary>
    private static readonly int[] Hard = [488, 1066, 1231, 2013, 2209, 2304, 2327];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Solve_RichProblems_FindsTheOptimum_AndNoPlanBreaksARule(bool hasSlots)
    {
        var missed = new List<string>();
        foreach (var seed in Enumerable.Range(1, Draws.Of(60)).Union(Hard))
        {
            var data = RichProblem.Of(seed, Clients, hasGaps: false, hasSlots);
            var optimum = Optimum(data);

            var cost = Patience.Select(iterations => CostOf(data, iterations, seed)).FirstOrDefault(cost => cost <= optimum, long.MaxValue);

            if (cost != optimum)
                missed.Add($"seed {seed}: {cost} and not {optimum}");
        }

        missed.ShouldBeEmpty();
    }

    private static long CostOf(ProblemData data, long iterations, int seed)
    {
        var best = new TerritorySolver().Solve(data, new SolveOptions { Iterations = iterations }, null, CancellationToken.None).Best;
        var report = new PlanEvaluator(data).Evaluate(best);
        report.Violations.ShouldBeEmpty($"seed {seed}");
        report.Cost.ShouldBe(best.Cost, $"seed {seed}");
        return best.Cost;
    }

    private static long Optimum(ProblemData data)
    {
        var walk = new RouteWalk(data);
        var cheapest = Enumerable.Range(0, data.VehicleCount).Select(vehicle => Enumerable.Range(0, 1 << Clients).Select(set => Cheapest(data, walk, vehicle, set)).ToArray()).ToArray();
        return Assign(data, cheapest, 0, new int[Clients]);
    }

    /// <summary>Least cost from a vehicle on; clients are given to a vehicle (from 1) or to none (0).</summary>
    private static long Assign(ProblemData data, long?[][] cheapest, int client, int[] vehicles)
    {
        if (client < Clients)
        {
            var least = long.MaxValue;
            for (var vehicle = 0; vehicle <= data.VehicleCount; vehicle++)
            {
                vehicles[client] = vehicle;
                least = Math.Min(least, Assign(data, cheapest, client + 1, vehicles));
            }

            return least;
        }

        var isApart = data.Rules.Relations.Any(relation => relation.Kind != RelationKind.Apart
            && relation.Clients.Select(member => vehicles[member]).Where(vehicle => vehicle > 0).Distinct().Count() > 1);
        if (isApart || data.Rules.Alternatives.Any(group => group.Count(member => vehicles[member] > 0) > 1))
            return long.MaxValue;
        long cost = 0;
        for (var vehicle = 0; vehicle < data.VehicleCount; vehicle++)
        {
            var set = Enumerable.Range(0, Clients).Where(member => vehicles[member] == vehicle + 1).Sum(member => 1 << member);
            if (cheapest[vehicle][set] is not { } part)
                return long.MaxValue;
            cost += part;
        }

        // Required clients and groups of alternatives that nobody serves.
        return cost + data.LeaveOutCostOf([.. vehicles.Select(vehicle => vehicle > 0)]);
    }

    private static long? Cheapest(ProblemData data, RouteWalk walk, int vehicle, int set)
    {
        var type = data.VehicleTypes[data.TypeOfVehicle[vehicle]];
        int[] members = [.. Enumerable.Range(0, Clients).Where(client => (set & (1 << client)) != 0).Select(client => data.DepotCount + client)];
        if (members.Length == 0)
            return 0;
        long? least = null;
        foreach (var order in Permutations(members))
        {
            for (var cuts = 0; cuts < 1 << (members.Length - 1); cuts++)
            {
                var nodes = new List<int> { type.StartDepot };
                for (var i = 0; i < order.Length; i++)
                {
                    if (i > 0 && (cuts & (1 << (i - 1))) != 0)
                        nodes.Add(type.StartDepot);
                    nodes.Add(order[i]);
                }

                nodes.Add(type.EndDepot);
                foreach (var windows in Choices(data, nodes, 0))
                {
                    if (walk.TryPrice(new RouteSequence(vehicle, data.TypeOfVehicle[vehicle], nodes.ToArray(), windows), out var figures) && !(figures.Cost >= least))
                        least = figures.Cost;
                }
            }
        }

        return least;
    }

    private static IEnumerable<int[]> Choices(ProblemData data, List<int> nodes, int from)
    {
        if (from == nodes.Count)
            return [[]];
        int[] here = nodes[from] < data.DepotCount ? [0] : [.. Enumerable.Range(data.WindowOffset[nodes[from]], data.WindowOffset[nodes[from] + 1] - data.WindowOffset[nodes[from]])];
        return Choices(data, nodes, from + 1).SelectMany(rest => here, (rest, window) => (int[])[window, .. rest]);
    }

    private static IEnumerable<int[]> Permutations(int[] items) => items.Length <= 1
        ? [items]
        : items.SelectMany((item, i) => Permutations([.. items[..i], .. items[(i + 1)..]]), (item, rest) => (int[])[item, .. rest]);
}
