using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Solving;

/// <summary>More vehicles, wider windows, more room: what was allowed stays allowed, so the result may not get worse.</summary>
public sealed class RelaxedProblemTests
{
    private const int SmallProblems = 30;
    private const int MediumProblems = 6;
    private const int RichProblems = 50;
    private const int RichClients = 5;
    private const int Seeds = 4;

    /// <summary>The relaxed problem of each kind; all else is kept.</summary>
    public static TheoryData<string> Relaxations => ["vehicle", "windows", "capacity", "shift"];

    /// <summary>Those of rich problems with roads that take longer at some hours: without hours they are as quick as at the best.</summary>
    public static TheoryData<string, bool> RichRelaxations => new()
    {
        { "vehicle", false }, { "windows", false }, { "capacity", false }, { "shift", false }, { "hours", false }, { "hours", true }, { "windows", true },
    };

    /// <summary>Where brute force knows the truth there is no noise: both results are optimal.</summary>
    [Theory]
    [MemberData(nameof(Relaxations))]
    public void Solve_SmallProblemRelaxed_IsOptimalAndNoWorse(string relaxation)
    {
        for (var seed = 1; seed <= SmallProblems; seed++)
        {
            var data = SmallRoutes.Problem(new Random(seed), clients: 4, withOptional: false);
            var relaxed = Relaxed(data, relaxation);
            var (optimum, relaxedOptimum) = (SmallRoutes.Optimum(data), SmallRoutes.Optimum(relaxed));

            // Leaving a required client out has a price that depends on the problem, so costs compare only among complete plans.
            var (best, relaxedBest) = (Solve(data, 500, 1), Solve(relaxed, 500, 1));

            best.Cost.ShouldBe(optimum, $"{relaxation}, seed {seed}");
            relaxedBest.Cost.ShouldBe(relaxedOptimum, $"{relaxation}, seed {seed}");
            IsNoWorse(data, best, relaxed, relaxedBest, 0).ShouldBeTrue($"{relaxation}, seed {seed}");
        }
    }

    /// <summary>Of larger problems the best of some seeds is compared; the noise is what these seeds differ by.</summary>
    [Theory]
    [MemberData(nameof(Relaxations))]
    public void Solve_LargerProblemRelaxed_IsNoWorseThanTheNoiseBetweenSeeds(string relaxation)
    {
        for (var problem = 1; problem <= MediumProblems; problem++)
        {
            var data = SmallRoutes.Problem(new Random(1_000 + problem), clients: 25, vehicles: 12);
            var relaxed = Relaxed(data, relaxation);
            Solution[] results = [.. Enumerable.Range(1, Seeds).Select(seed => Solve(data, 400, seed))];
            Solution[] relaxedResults = [.. Enumerable.Range(1, Seeds).Select(seed => Solve(relaxed, 400, seed))];
            var noise = Math.Max(Spread(results), Spread(relaxedResults));

            IsNoWorse(data, Best(results), relaxed, Best(relaxedResults), noise).ShouldBeTrue($"{relaxation}, problem {problem}, noise {noise}");
        }
    }

    /// <summary>
    /// The same over the whole model, of problems whose required stops can be served: what others cost depends on their priorities and on the problem. Nor are those with a
    /// balance compared: one vehicle more is one more to balance, and a day that became shorter may be farther from the others.
    /// </summary>
    [Theory]
    [MemberData(nameof(RichRelaxations))]
    public void Solve_RichProblemRelaxed_IsNoWorseThanTheNoiseBetweenSeeds(string relaxation, bool hasSlots)
    {
        var compared = 0;
        foreach (var data in Enumerable.Range(1, RichProblems).Select(seed => RichProblem.Of(seed, RichClients, hasSlots: hasSlots)))
        {
            if (data.Rules.Balance is not null)
                continue;
            var relaxed = Relaxed(data, relaxation);
            Solution[] results = [.. Enumerable.Range(1, Seeds).Select(seed => Solve(data, 300, seed))];
            Solution[] relaxedResults = [.. Enumerable.Range(1, Seeds).Select(seed => Solve(relaxed, 300, seed))];
            if (LeftOut(data, Best(results)) > 0)
                continue;
            var noise = Math.Max(Spread(results), Spread(relaxedResults));

            Best(relaxedResults).Cost.ShouldBeLessThanOrEqualTo(Best(results).Cost + noise, $"{relaxation}, problem {compared + 1} of those compared");
            compared++;
        }

        compared.ShouldBeGreaterThan(RichProblems / 10, "too few problems are compared");
    }

    private static ProblemData Relaxed(ProblemData data, string relaxation)
    {
        static Interval Wider(Interval window) => new(Math.Max(0, window.Early - 5), Math.Min(Interval.Unbounded, window.Late + 5));
        Client[] clients = [.. data.Clients.Select(client => relaxation == "windows" ? client with { Windows = [.. client.Windows.Select(Wider)] } : client)];
        // Of the last type, so that all other vehicles keep their numbers, by which stops may be locked to them.
        VehicleType[] types = [.. data.VehicleTypes.Select((type, index) => relaxation switch
        {
            "vehicle" when index == data.VehicleTypes.Count - 1 => type with { Count = type.Count + 1 },
            "capacity" => type with { Capacity = type.Capacity + new Load(4, 3) },
            "hours" => type with { SpeedPeriods = [] },
            "shift" => type with { LatestEnd = Math.Min(Interval.Unbounded, type.LatestEnd + 40) },
            _ => type,
        })];
        var rules = relaxation != "hours" ? data.Rules : data.Rules with { Profiles = [.. data.Rules.Profiles.Select(profile => profile with { Slots = [] })] };
        return new ProblemData(data.Depots, clients, types, data.Distances.Matrix, data.Durations.Matrix, data.Shipments, rules);
    }

    /// <summary>Fewer required clients left out, else no greater cost without theirs.</summary>
    private static bool IsNoWorse(ProblemData data, Solution solution, ProblemData relaxed, Solution relaxedSolution, long noise)
    {
        var (left, relaxedLeft) = (LeftOut(data, solution), LeftOut(relaxed, relaxedSolution));
        return relaxedLeft < left || (relaxedLeft == left
            && relaxedSolution.Cost - (relaxedLeft * relaxed.RequiredPrize) <= solution.Cost - (left * data.RequiredPrize) + noise);
    }

    private static int LeftOut(ProblemData data, Solution solution) => solution.Unserved.Count(client => data.Clients[client].IsRequired);

    private static long Spread(Solution[] results) => results.Where(result => result.Unserved.Count == Best(results).Unserved.Count).Max(result => result.Cost) - Best(results).Cost;

    private static Solution Best(Solution[] results) => results.MinBy(result => result.Cost) ?? throw new InvalidOperationException("No result.");

    private static Solution Solve(ProblemData data, long iterations, long seed) =>
        new TerritorySolver().Solve(data, new SolveOptions { Iterations = iterations, Seed = seed }, null, CancellationToken.None).Best;
}
