using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Deliveries;
using Territory.Optimizer.Dispatch.Runs;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Dispatch;

/// <summary>Plans a day anew from the plan there is (重新优化): within a scope, under everything that people have fixed and allowed, and with what has left as it is.</summary>
/// <remarks>
/// What may not change leaves the problem and comes back as it was; what may is searched from the plan on, so that the result never serves less, and at the same service never costs more with the price of moved stops, than a plan
/// that keeps its rules. Where stops cannot be in time on the vehicle that somebody bound them to, they stay late and the plan names it. The result is a function of day, plan, seed and iterations.
/// </remarks>
public sealed class Reoptimisation(ISolver solver, TimeProvider time)
{
    public Reoptimisation(ISolver solver)
        : this(solver, TimeProvider.System)
    {
    }

    /// <summary>The plan made anew, with the identity, origin and overrides of the one it was made from.</summary>
    /// <param name="progress">Told of each better plan: what all its routes cost in minor units, moved stops included, and how many stops it leaves in the tray.</param>
    /// <param name="cancellationToken">Ends the search; the best so far is the result.</param>
    /// <exception cref="InvalidOperationException">The finished plan failed its audit; it is never returned.</exception>
    public DeliveryPlan Run(DispatchDay day, DeliveryPlan plan, RunOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        // Roads that take as long at any hour are asked for by leaving the hours out.
        var here = options.ByTimeOfDay || day.Request.TravelByTime is null ? day : new DispatchDay(day.Request with { TravelByTime = null }, day.Progress);
        var before = here.Evaluate(plan);
        var departed = new Departed(here.Request, here.Progress, before);
        var model = here.ModelOf(before.Overrides, departed.Orders);
        var freedom = new RunFreedom(model, departed, before, options);
        var problem = new RunProblemBuilder(here, model, before, freedom, options).Build();
        var initial = InitialRoutes.Of(problem, model, before);
        var outcome = new RunOutcome(here, model, freedom, problem, before, options);
        var result = Search(problem, initial, options, outcome.Listener(progress), cancellationToken);
        var after = outcome.Better(initial, result.Best) with
        {
            Provenance = new PlanProvenance(
                result.Engine, result.Seed, result.Threads, result.Iterations, new DeliveryRoads(here.Request).Source, here.Request.JournalPosition, RunFingerprint.Of(here, before, options)),
        };
        DeliveryPlanAudit.Verify(after, here.Request, here.Progress);
        return after;
    }

    private SolveResult Search(RunProblem problem, Solution initial, RunOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        var solveOptions = new SolveOptions
        {
            Seed = options.Seed,
            Iterations = options.Iterations,
            TimeLimit = options.TimeLimit is { } limit ? TimeSpan.FromSeconds(limit.Seconds) : null,
            Initial = initial,
        };
        if (options.Scope != RunScope.Unserved)
            return solver.Solve(problem.Data, solveOptions, progress, cancellationToken);
        var criterion = new StoppingCriterion(solveOptions, time, cancellationToken);
        var insertion = new TrayInsertion(problem, initial, unchecked((ulong)options.Seed));
        var iterations = insertion.Run(criterion, (done, best) => progress?.Report(
            new SolveProgress(criterion.Elapsed, done, best.Cost, best.Unserved.Count) { LeftOutCost = best.Cost - best.Routes.Sum(route => route.Cost) }));
        return new SolveResult(insertion.Best, iterations, options.Seed, 1, TrayInsertion.Name, criterion.Elapsed, criterion.IsCancelled, []);
    }
}
