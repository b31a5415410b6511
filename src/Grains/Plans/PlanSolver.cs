using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Grains.Roads;
using Territory.Grains.Work;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Optimizer.Solving;

namespace Territory.Grains.Plans;

/// <summary>Solves the planning problem of either kind of plan on the region's road times, on the solver pool.</summary>
internal sealed class PlanSolver(RegionRoads roads, SolverPool pool)
{
    /// <summary>The plan, or why there can be none.</summary>
    /// <param name="points">The places of the plan; the travel times that <paramref name="solve"/> gets are between them, in this order: of the whole day and, where they are wanted and the roads have them, of its slots.</param>
    public async Task<(TPlan? Plan, Refusal? Refusal)> SolveAsync<TPlan>(
        RegionId region, IReadOnlyList<GeoPoint> points, TravelMode mode, PlanOptions options,
        Func<TravelMatrix, DayTravel?, SolveOptions, CancellationToken, TPlan> solve, CancellationToken cancellationToken)
        where TPlan : class
    {
        if (await roads.FindMatrixAsync(region, points, mode, cancellationToken) is not { } travel)
            return (null, Refusal.Of("roads.missing", ("region", region.Value)));

        var byTime = options.ByTimeOfDay ? await roads.FindDayAsync(region, points, mode, cancellationToken) : null;
        var limits = new SolveOptions { Seed = options.Seed, Iterations = options.Iterations, TimeLimit = options.TimeLimit?.ToTimeSpan() };
        try
        {
            return (await pool.RunAsync(token => solve(travel, byTime, limits, token), cancellationToken), null);
        }
        catch (InvalidInputException invalid)
        {
            return (null, PlanDecisions.Invalid(invalid));
        }
    }
}
