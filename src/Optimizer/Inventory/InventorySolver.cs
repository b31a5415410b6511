using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Inventory;

/// <summary>Schedules deliveries over a horizon (配送排程): the search over days, quantities and routes, with the route engine for the routes of each new best schedule.</summary>
/// <remarks>The result is a function of (problem, seed, iterations); a time limit only chooses the iterations. It searches with one thread.</remarks>
public sealed class InventorySolver(TimeProvider time)
{
    /// <summary>After so many iterations a best schedule that is new goes to the route engine.</summary>
    private const int RoutingRound = 1_024;

    public InventorySolver()
        : this(TimeProvider.System)
    {
    }

    public string Name => "territory inventory 1";

    /// <summary>Solves until a limit of <paramref name="options"/> is reached or <paramref name="cancellationToken"/> fires; always gives the best schedule so far.</summary>
    /// <exception cref="ArgumentException">An option is out of range, or asks for what this engine has not: more than one thread, an initial solution.</exception>
    public InventoryResult Solve(InventoryProblem problem, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        options.Validate();
        if (options.Threads != 1 || options.Initial is not null)
            throw new ArgumentException("Inventory routing searches with one thread and from its own first schedule.", nameof(options));
        var criterion = new StoppingCriterion(options, time, cancellationToken);
        var search = new InventorySearch(new DraftProblem(problem), options.Seed);
        var trace = new List<SolveProgress>();
        Report(criterion, search, 0, trace, progress);
        var run = new SolveRun(criterion, options, false);
        for (int granted; (granted = run.Next()) > 0;)
        {
            var left = granted;
            while (left > 0)
            {
                var round = (int)Math.Min(left, RoutingRound - ((run.Done + granted - left) % RoutingRound));
                search.Run(round, run.Horizon);
                left -= round;
                if ((run.Done + granted - left) % RoutingRound == 0)
                    search.ImproveRoutes();
            }

            run.Finish(granted);
            Report(criterion, search, run.Done, trace, progress);
        }

        search.ImproveRoutes();
        Report(criterion, search, run.Done, trace, progress);
        var schedule = search.Best.ToSchedule();
        return new InventoryResult(
            schedule, ScheduleChecker.Check(problem, schedule), run.Done, options.Seed, Name, criterion.Elapsed, criterion.IsCancelled, trace);
    }

    private static void Report(StoppingCriterion criterion, InventorySearch search, long done, List<SolveProgress> trace, IProgress<SolveProgress>? progress)
    {
        if (trace.Count > 0 && trace[^1].Cost == search.BestCost)
            return;
        trace.Add(new SolveProgress(criterion.Elapsed, done, search.BestCost, 0));
        progress?.Report(trace[^1]);
    }
}
