using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Deliveries;

/// <summary>Plans one distributor's deliveries of one day (配送计划): as many drops as the vehicles can serve, then the least money.</summary>
/// <remarks>
/// What earlier days left undelivered comes first: where not all can be served, the days that the served drops are overdue add up to the most, then there are the most drops.
/// All orders of a terminal are one stop. Service starts in a period that is within the delivery window and one of the day's opening periods; a terminal with a
/// lunch break keeps both periods. The plan is a function of the request, seed, threads and iterations, whatever the order of the request's lists.
/// </remarks>
public sealed class DeliveryPlanner(ISolver solver)
{
    public DeliveryPlanner()
        : this(new TerritorySolver())
    {
    }

    /// <summary>Gives the plan, with every drop that no vehicle serves and why.</summary>
    /// <exception cref="InvalidInputException">The request breaks a rule of <see cref="DeliveryRequestRules"/>.</exception>
    /// <exception cref="InvalidOperationException">The finished plan failed its audit; it is never returned.</exception>
    public DeliveryPlan Plan(DeliveryPlanRequest request, SolveOptions options, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        var errors = DeliveryRequestRules.Inspect(request).Where(problem => problem.Severity == ProblemSeverity.Error).ToArray();
        if (errors.Length > 0)
            throw new InvalidInputException(errors);

        var vehicles = request.Vehicles.Where(vehicle => vehicle.InService).OrderBy(vehicle => vehicle.Id.Value, StringComparer.Ordinal).ToArray();
        var diagnosis = new DropDiagnosis(request, vehicles);
        var drops = Drop.Of(request);
        var impossible = drops.Select(drop => (drop, Reason: diagnosis.Alone(drop))).Where(pair => pair.Reason is not null).ToArray();
        var possible = drops.Except(impossible.Select(pair => pair.drop), ReferenceEqualityComparer.Instance).Cast<Drop>().ToArray();

        var problem = DeliveryProblem.Of(request, possible, vehicles);
        var result = solver.Solve(problem.Data, options, progress, cancellationToken);
        var timetable = new DeliveryTimetable(request, problem);
        var routes = result.Best.Routes.OrderBy(route => route.VehicleType).Select(route => timetable.Of(route.VehicleType, route.Trips)).ToArray();
        var leftOut = result.Best.Unserved.Select(client => diagnosis.AmongRoutes(possible[client], routes));
        var plan = new DeliveryPlan
        {
            Id = request.Plan,
            Region = request.Region.Id,
            Distributor = request.Distributor.Id,
            Date = request.Date,
            Version = request.Version,
            Status = PlanStatus.Proposed,
            Routes = routes,
            Unserved = [.. impossible.Select(pair => pair.Reason!).Concat(leftOut).OrderBy(unserved => unserved.Terminal.Value, StringComparer.Ordinal)],
            Distance = new Distance(routes.Sum(route => route.Distance.Meters)),
            Cost = new Money(routes.Sum(route => route.Cost.MinorUnits)),
            Provenance = new PlanProvenance(
                result.Engine, result.Seed, result.Threads, result.Iterations, new DeliveryRoads(request).Source, request.JournalPosition, DeliveryFingerprint.Of(request)),
        };
        DeliveryPlanAudit.Verify(plan, request);
        return plan;
    }
}
