using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Solving;

/// <summary>Territory's own engine: insertion, then ruin and recreate with local search under simulated annealing, one independent search per thread.</summary>
/// <remarks>Searches advance in rounds of equal length and the clock is read between rounds, so every thread does the same number of iterations and that number
/// reproduces the result; see <see cref="SolveRun"/>.</remarks>
public sealed class RuinAndRecreateSolver(TimeProvider time) : ISolver
{
    public RuinAndRecreateSolver()
        : this(TimeProvider.System)
    {
    }

    public string Name => "territory-sisr 3";

    public SolveResult Solve(ProblemData data, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        options.Validate();
        // With nobody to serve the empty solution is the only one, and a time limit would only be waited out.
        if (data.ClientCount == 0)
            options = options with { Iterations = 0 };
        var criterion = new StoppingCriterion(options, time, cancellationToken);
        var space = new SearchSpace(data);
        var searches = new RuinAndRecreate[options.Threads];
        var seeds = unchecked((ulong)options.Seed);
        var searchSeeds = new ulong[options.Threads];
        for (var i = 0; i < searchSeeds.Length; i++)
            searchSeeds[i] = Xoshiro256.SplitMix(ref seeds);
        Each(options.Threads, i => searches[i] = new RuinAndRecreate(space, searchSeeds[i], options.Initial));

        var trace = new List<SolveProgress>();
        Report(criterion, searches, 0, trace, progress);
        var run = new SolveRun(criterion, options);
        for (int granted; (granted = run.Next()) > 0;)
        {
            var horizon = run.Horizon;
            Each(options.Threads, i => searches[i].Run(granted, horizon));
            run.Finish(granted);
            Report(criterion, searches, run.Done, trace, progress);
        }

        var best = searches[BestOf(searches)].Best;
        return new SolveResult(best, run.Done, options.Seed, options.Threads, Name, criterion.Elapsed, criterion.IsCancelled, trace);
    }

    private static void Each(int threads, Action<int> action)
    {
        if (threads == 1)
            action(0);
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, action);
    }

    /// <summary>Equal costs go to the lower thread, so that the winner does not depend on timing.</summary>
    private static int BestOf(RuinAndRecreate[] searches)
    {
        var winner = 0;
        for (var i = 1; i < searches.Length; i++)
        {
            if (searches[i].BestCost < searches[winner].BestCost)
                winner = i;
        }

        return winner;
    }

    private static void Report(
        StoppingCriterion criterion, RuinAndRecreate[] searches, long done, List<SolveProgress> trace, IProgress<SolveProgress>? progress)
    {
        var winner = searches[BestOf(searches)];
        if (trace.Count > 0 && trace[^1].Cost == winner.BestCost)
            return;
        trace.Add(new SolveProgress(criterion.Elapsed, done, winner.BestCost, winner.BestUnserved));
        progress?.Report(trace[^1]);
    }
}
