using Territory.Optimizer.Genetic;
using Territory.Optimizer.Localised;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Solving;

/// <summary>
/// Territory's own engine, in layers: ruin and recreate with local search under simulated annealing, which knows the whole model; in long searches of up to 450 stops, with windows 500, hybrid genetic search after
/// it; above that a search that costs what it touches. Where vehicles come first, fleet reduction goes before. One search per thread.
/// </summary>
/// <remarks>Searches advance in rounds of equal length and the clock is read between rounds, so every thread does the same number of iterations and that number
/// reproduces the result; see <see cref="SolveRun"/>. Genetic searches pass their best on to the next thread after fixed numbers of iterations.</remarks>
public sealed class TerritorySolver(TimeProvider time) : ISolver
{
    /// <summary>Up to so many clients the first solution is a matter of milliseconds, and whoever cancels still gets it.</summary>
    private const int FewClients = 20;

    private const long ExchangeIterations = 100 * HybridSearch.GenerationIterations;

    public TerritorySolver()
        : this(TimeProvider.System)
    {
    }

    public string Name => "territory 7";

    public SolveResult Solve(ProblemData data, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        options.Validate();
        // With nobody to serve the empty solution is the only one, and a time limit would only be waited out.
        if (data.ClientCount == 0)
            options = options with { Iterations = 0 };
        var criterion = new StoppingCriterion(options, time, cancellationToken);
        if (!RenumberedProblem.Covers(data))
            return Search(data, options, criterion, progress, cancellationToken);
        RenumberedProblem? renumbered = null;
        if (!IsDone(() => renumbered = new RenumberedProblem(data), cancellationToken) || renumbered is null)
            return Unsearched(data, options, criterion);
        var initial = options.Initial is null ? null : renumbered.Renumbered(options.Initial);
        var result = Search(renumbered.Data, options with { Initial = initial }, criterion, progress, cancellationToken);
        return result with { Best = renumbered.InWhole(result.Best) };
    }

    private SolveResult Search(
        ProblemData data, SolveOptions options, StoppingCriterion criterion, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        var isHybrid = HybridSearch.Covers(data) && IsLong(options);
        var isLocalised = !isHybrid && !data.PutsVehiclesFirst && LocalisedSearch.Covers(data);
        var searches = new ISearch[options.Threads];
        if (!IsDone(() => Begin(data, options, isHybrid, isLocalised, searches), data.ClientCount > FewClients ? cancellationToken : CancellationToken.None))
            return Unsearched(data, options, criterion);

        var trace = new List<SolveProgress>();
        Report(criterion, searches, 0, trace, progress);
        var run = new SolveRun(criterion, options, isHybrid);
        for (int granted; (granted = run.Next()) > 0;)
        {
            var horizon = run.Horizon;
            Each(options.Threads, i => searches[i].Run(granted, horizon));
            run.Finish(granted);
            if (run.Done % ExchangeIterations == 0)
                Exchange(searches);
            Report(criterion, searches, run.Done, trace, progress);
        }

        var best = searches[BestOf(searches)].Best;
        return new SolveResult(best, run.Done, options.Seed, options.Threads, Name, criterion.Elapsed, criterion.IsCancelled, trace);
    }

    /// <summary>What there is when somebody cancelled before the first solution.</summary>
    private SolveResult Unsearched(ProblemData data, SolveOptions options, StoppingCriterion criterion) =>
        new(options.Initial ?? Solution.Of(data, []), 0, options.Seed, options.Threads, Name, criterion.Elapsed, true, []);

    /// <summary>Makes the searches with their first solutions.</summary>
    private static void Begin(ProblemData data, SolveOptions options, bool isHybrid, bool isLocalised, ISearch[] searches)
    {
        var space = new SearchSpace(data);
        var seeds = unchecked((ulong)options.Seed);
        var searchSeeds = new ulong[options.Threads];
        for (var i = 0; i < searchSeeds.Length; i++)
            searchSeeds[i] = Xoshiro256.SplitMix(ref seeds);
        ISearch SearchOf(SearchSpace space, ulong seed, Solution? initial, long begin) =>
            isHybrid ? new HybridSearch(space, seed, initial) : new RuinAndRecreate(space, seed, initial, begin);
        Each(options.Threads, i => searches[i] = isLocalised ? new LocalisedSearch(space, searchSeeds[i], options.Initial)
            : data.PutsVehiclesFirst ? new VehiclesFirstSearch(space, searchSeeds[i], options.Initial, SearchOf)
            : SearchOf(space, searchSeeds[i], options.Initial, 0));
    }

    /// <summary>Whether the work was done, and not left alone because somebody cancelled.</summary>
    private static bool IsDone(Action work, CancellationToken cancellationToken)
    {
        if (!cancellationToken.CanBeCanceled)
        {
            work();
            return true;
        }

        // The first solution of ten thousand stops takes a second, and nothing in it looks at a token. Left alone, it ends by itself.
        var task = Task.Run(work, CancellationToken.None);
        try
        {
            Task.WaitAny([task], cancellationToken);
        }
        catch (OperationCanceledException)
        {
            return false;
        }

        task.GetAwaiter().GetResult();
        return true;
    }

    /// <summary>A search of few iterations was asked to be quick. A time limit lets a search be long, and the number it stops at says so.</summary>
    private static bool IsLong(SolveOptions options) => options.Iterations is { } iterations
        ? Horizon.Of(iterations) >= HybridSearch.ShortestIterations
        : options.TimeLimit is not null;

    private static void Exchange(ISearch[] searches)
    {
        for (var i = 1; i < searches.Length; i++)
        {
            if (searches[i] is HybridSearch receiver && searches[i - 1] is HybridSearch giver)
                receiver.Receive(giver);
        }

        if (searches[0] is HybridSearch first && searches.Length > 1 && searches[^1] is HybridSearch last)
            first.Receive(last);
    }

    private static void Each(int threads, Action<int> action)
    {
        if (threads == 1)
            action(0);
        else
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, action);
    }

    /// <summary>Equal costs go to the lower thread, so that the winner does not depend on timing.</summary>
    private static int BestOf(ISearch[] searches)
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
        StoppingCriterion criterion, ISearch[] searches, long done, List<SolveProgress> trace, IProgress<SolveProgress>? progress)
    {
        var winner = searches[BestOf(searches)];
        if (trace.Count > 0 && trace[^1].Cost == winner.BestCost)
            return;
        // Searches know the sum only; most leave nobody out.
        var leftOut = winner.BestUnserved == 0 ? 0 : winner.BestCost - winner.Best.Routes.Sum(route => route.Cost);
        trace.Add(new SolveProgress(criterion.Elapsed, done, winner.BestCost, winner.BestUnserved) { LeftOutCost = leftOut });
        progress?.Report(trace[^1]);
    }
}
