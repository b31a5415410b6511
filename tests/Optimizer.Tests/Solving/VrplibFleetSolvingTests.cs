using System.Globalization;
using System.Text;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>VRPLIB files of several depots and unequal vehicles, from the text to the solution file, against brute force on the figures that were written.</summary>
public sealed class VrplibFleetSolvingTests
{
    private const int Depots = 2;
    private const int Clients = 5;
    private const int Vehicles = 3;
    private const int Size = Depots + Clients;

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Solve_WrittenInstances_FindsTheOptimumOfBruteForce(bool hasWindows)
    {
        var solved = 0;
        for (var seed = 1; seed <= 20; seed++)
        {
            var drawn = new Drawn(new Random(seed), hasWindows);
            var best = drawn.Optimum();
            using var file = new TextFile(drawn.Text());
            var instance = InstanceReader.Read(file.Path);
            var model = new InstanceProblem(instance);
            var found = InstanceProblem.ToRouteList(new TerritorySolver().Solve(model.Data, new SolveOptions { Iterations = 2_000 }, null, CancellationToken.None).Best);
            if (double.IsInfinity(best))
            {
                SolutionChecker.Check(instance, found).Violations.ShouldContain(violation => violation.Rule == "missing", $"seed {seed}");
                continue;
            }

            using var written = new TextFile(RouteListFile.Format(found with { StatedCost = SolutionChecker.Check(instance, found).Cost }, instance));
            var verdict = SolutionChecker.Check(instance, RouteListFile.Read(written.Path, instance));

            verdict.Violations.ShouldBeEmpty($"seed {seed}");
            // The search counts in ten-thousandths of the unit, at prices of up to 3.
            verdict.Cost.ShouldBe(best, 1e-2, $"seed {seed}");
            solved++;
        }

        solved.ShouldBeGreaterThan(10);
    }

    private sealed class Drawn(Random random, bool hasWindows)
    {
        private readonly int[] x = Draw(random, Size, 0, 100);
        private readonly int[] y = Draw(random, Size, 0, 100);
        private readonly int[] demand = Draw(random, Size, 1, 6);
        private readonly int[] early = Draw(random, Size, 0, 120);
        private readonly int[] width = Draw(random, Size, 60, 300);
        private readonly int[] capacity = Draw(random, Vehicles, 7, 14);
        private readonly int[] longest = Draw(random, Vehicles, 200, 400);
        private readonly int[] farthest = Draw(random, Vehicles, 180, 400);
        private readonly int[] fixedCost = Draw(random, Vehicles, 0, 60);
        private readonly int[] perDistance = Draw(random, Vehicles, 1, 4);
        private readonly int[] depot = [0, 1, random.Next(Depots)];
        private readonly bool[] mayNotServeFirst = [false, random.Next(2) == 0, false];

        private static int[] Draw(Random random, int count, int least, int beyond) => [.. Enumerable.Range(0, count).Select(_ => random.Next(least, beyond))];

        public string Text()
        {
            var text = new StringBuilder();
            text.Append(CultureInfo.InvariantCulture, $"NAME : drawn\nTYPE : {(hasWindows ? "MDVRPTW" : "MDVRP")}\nDIMENSION : {Size}\nVEHICLES : {Vehicles}\nEDGE_WEIGHT_TYPE : EUC_2D\n");
            void Section(string name, int count, Func<int, object> row)
            {
                text.Append(name).Append("_SECTION\n");
                for (var i = 0; i < count; i++)
                    text.Append(CultureInfo.InvariantCulture, $"{i + 1} {row(i)}\n");
            }

            Section("NODE_COORD", Size, i => $"{x[i]} {y[i]}");
            Section("DEMAND", Size, i => i < Depots ? 0 : demand[i]);
            Section("SERVICE_TIME", Size, i => i < Depots ? 0 : 10);
            if (hasWindows)
                Section("TIME_WINDOW", Size, i => i < Depots ? "0 500" : $"{early[i]} {early[i] + width[i]}");
            Section("CAPACITY", Vehicles, v => capacity[v]);
            Section("VEHICLES_DEPOT", Vehicles, v => depot[v] + 1);
            Section("VEHICLES_MAX_DURATION", Vehicles, v => longest[v]);
            Section("VEHICLES_MAX_DISTANCE", Vehicles, v => farthest[v]);
            Section("VEHICLES_FIXED_COST", Vehicles, v => fixedCost[v]);
            Section("VEHICLES_UNIT_DISTANCE_COST", Vehicles, v => perDistance[v]);
            Section("VEHICLES_ALLOWED_CLIENTS", Vehicles, v => string.Join(' ', Enumerable.Range(Depots + (mayNotServeFirst[v] ? 1 : 0), Clients - (mayNotServeFirst[v] ? 1 : 0)).Select(node => node + 1)));
            return text.Append("DEPOT_SECTION\n1\n2\n-1\nEOF\n").ToString();
        }

        /// <summary>Over every split of the stops among the vehicles, each with its best order; infinite where there is none.</summary>
        public double Optimum()
        {
            var cheapest = new double[Vehicles, 1 << Clients];
            for (var vehicle = 0; vehicle < Vehicles; vehicle++)
            {
                for (var set = 1; set < 1 << Clients; set++)
                {
                    var members = Enumerable.Range(0, Clients).Where(client => (set >> client & 1) == 1).Select(client => client + Depots).ToArray();
                    cheapest[vehicle, set] = Orders(members).Min(order => Cost(vehicle, order));
                }
            }

            var best = double.PositiveInfinity;
            for (var split = 0; split < Math.Pow(Vehicles, Clients); split++)
            {
                var sets = new int[Vehicles];
                for (int client = 0, rest = split; client < Clients; client++, rest /= Vehicles)
                    sets[rest % Vehicles] |= 1 << client;
                best = Math.Min(best, Enumerable.Range(0, Vehicles).Sum(vehicle => cheapest[vehicle, sets[vehicle]]));
            }

            return best;
        }

        private static IEnumerable<int[]> Orders(int[] members) => members.Length == 0 ? [[]]
            : members.SelectMany(first => Orders([.. members.Where(other => other != first)]).Select(rest => (int[])[first, .. rest]));

        private double Leg(int from, int to) => double.Hypot(x[from] - x[to], y[from] - y[to]);

        private double Cost(int vehicle, int[] order)
        {
            int[] path = [depot[vehicle], .. order, depot[vehicle]];
            var length = path.Zip(path.Skip(1), Leg).Sum();
            if (order.Sum(node => demand[node]) > capacity[vehicle] || length > farthest[vehicle] || (mayNotServeFirst[vehicle] && order.Contains(Depots)))
                return double.PositiveInfinity;
            return Departures(path).Any(departure => Duration(path, departure) <= longest[vehicle]) ? fixedCost[vehicle] + (perDistance[vehicle] * length) : double.PositiveInfinity;
        }

        /// <summary>The shortest day begins at the start or so that some stop is reached as it opens or closes without a wait before.</summary>
        private IEnumerable<double> Departures(int[] path)
        {
            yield return 0;
            double way = 0;
            for (var i = 1; hasWindows && i < path.Length - 1; i++)
            {
                way += Leg(path[i - 1], path[i]);
                yield return Math.Max(0, early[path[i]] - way);
                yield return Math.Max(0, early[path[i]] + width[path[i]] - way);
                way += 10;
            }
        }

        private double Duration(int[] path, double departure)
        {
            var now = departure;
            for (var i = 1; i < path.Length; i++)
            {
                now += Leg(path[i - 1], path[i]);
                if (i == path.Length - 1)
                    break;
                if (hasWindows)
                    now = Math.Max(now, early[path[i]]);
                if (hasWindows && now > early[path[i]] + width[path[i]] + 1e-9)
                    return double.PositiveInfinity;
                now += 10;
            }

            return hasWindows && now > 500 ? double.PositiveInfinity : now - departure;
        }
    }
}
