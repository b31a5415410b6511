using Territory.Optimizer.Patterns;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Tests.Samples;

namespace Territory.Optimizer.Tests.Patterns;

public sealed class PatternChoiceTests
{
    [Fact]
    public void Delta_DrawnMovesOfOneAndTwoClients_EqualsRecomputation()
    {
        for (var seed = 1; seed <= 40; seed++)
        {
            var random = new Random(seed);
            var problem = RandomPatterns.Of(random, days: random.Next(1, 11), clients: 12, mostOptions: 6, mostLoad: 100);
            var choice = PatternConstruction.LargestFirst(problem);
            choice.Cost.ShouldBe(Recomputed(problem, choice), $"seed {seed}");
            for (var move = 0; move < 200; move++)
            {
                var (first, second) = (random.Next(12), random.Next(11));
                second += second >= first ? 1 : 0;
                var (before, firstOption, secondOption) = (choice.Cost, Draw(problem, random, first), Draw(problem, random, second));
                if (move % 2 == 0)
                    choice.Set(first, firstOption, choice.Delta(first, firstOption));
                else
                    choice.Set(first, firstOption, second, secondOption, choice.Delta(first, firstOption, second, secondOption));

                choice.Cost.ShouldBe(Recomputed(problem, choice), $"seed {seed}, move {move} from {before}");
            }
        }
    }

    [Fact]
    public void LargestAllowedFigures_DoNotOverflow()
    {
        var all = DayPattern.FromCordeau(ulong.MaxValue, 64);
        var problem = new PatternProblem(
            [.. Enumerable.Range(0, 64).Select(_ => new PatternDay(0, 0))],
            [new PatternClient(PatternInspection.LargestLoad, [new PatternOption(all, PatternInspection.LargestCost)])],
            new PatternPrices(PatternInspection.LargestPrice, PatternInspection.LargestPrice));

        var cost = new PatternSearch().Solve(problem, new PatternSolveOptions { Iterations = 10 }, CancellationToken.None).Cost;

        ((Int128)cost.Overload + cost.Deviation + cost.Patterns).ShouldBe((Int128.One << 59) + (1L << 38));
        cost.Total.ShouldBe((1L << 59) + (1L << 38));
    }

    [Fact]
    public void Run_Iterations_AllocateNothing()
    {
        var problem = RandomPatterns.Of(new Random(4), days: 10, clients: 80, mostOptions: 10, mostLoad: 900);
        var annealing = new PatternAnnealing(problem, PatternConstruction.LargestFirst(problem), new Xoshiro256(1), 60_000);
        annealing.Run(0, 2_000);

        var before = GC.GetAllocatedBytesForCurrentThread();
        annealing.Run(2_000, 50_000);

        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBe(0);
    }

    private static int Draw(PatternProblem problem, Random random, int client) => random.Next(problem.OptionOffset[client], problem.OptionOffset[client + 1]);

    private static long Recomputed(PatternProblem problem, PatternChoice choice) => RandomPatterns.Cost(problem, PatternConstruction.ChoicesOf(problem, choice.Option));
}
