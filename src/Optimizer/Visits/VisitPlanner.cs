using Territory.Model.Plans;
using Territory.Model.Problems;
using Territory.Model.Quantities;
using Territory.Model.Terminals;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.Visits;

/// <summary>Plans one rep's calls of one day (拜访计划): whom, by frequency and so that nobody is left unvisited in the cycle; then in which order, on road times.</summary>
public sealed class VisitPlanner(ISolver solver)
{
    /// <summary>Enough for a day's handful of calls, and a few milliseconds.</summary>
    public const long DefaultIterations = 256;

    public VisitPlanner()
        : this(new TerritorySolver())
    {
    }

    /// <summary>Gives the list for the day. Every terminal that is due or overdue is on it or among the postponed, with the reason and its next day.</summary>
    /// <param name="options">Without a limit, <see cref="DefaultIterations"/>.</param>
    /// <exception cref="InvalidInputException">The request breaks a rule of <see cref="VisitRequestRules"/>.</exception>
    public VisitPlan Plan(VisitPlanRequest request, SolveOptions options, CancellationToken cancellationToken)
    {
        var problems = VisitRequestRules.Inspect(request);
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        if (options.Iterations is null && options.TimeLimit is null)
            options = options with { Iterations = DefaultIterations };

        var days = new PlanningDays(request.Region.Calendar, request.Date);
        var calls = Enumerable.Range(0, request.Candidates.Count)
            .Where(index => request.Candidates[index].Terminal.Status == TerminalStatus.Active)
            .OrderBy(index => request.Candidates[index].Terminal.Id.Value, StringComparer.Ordinal)
            .Select(index => new Call(request, days, index)).ToArray();
        var chosen = new VisitSelection(request, days, calls).Choose();
        var problem = VisitProblem.Of(request, chosen);
        var result = solver.Solve(problem, options, null, cancellationToken);
        var order = result.Best.Routes.Count == 0 ? [] : result.Best.Routes[0].Clients.Select(client => chosen[client]).ToArray();
        var windows = result.Best.Routes.Count == 0 ? [] : result.Best.Routes[0].Windows[0];
        var start = VisitProblem.Start(request, order, windows);

        var now = start;
        var at = 0;
        var driving = Duration.Zero;
        var distance = Distance.Zero;
        var visits = new List<PlannedVisit>();
        for (var i = 0; i < order.Length; i++)
        {
            var call = order[i];
            var travel = request.Travel.TimeBetween(at, call.Point);
            var leg = request.Travel.DistanceBetween(at, call.Point);
            var arrival = now + travel;
            var opens = call.Windows[windows[i]].Start;
            now = (arrival > opens ? arrival : opens) + call.Service;
            visits.Add(new PlannedVisit(call.Terminal.Id, call.Purpose, call.DueOn, arrival, now, travel, leg));
            driving += travel;
            distance += leg;
            at = call.Point;
        }

        if (visits.Count > 0)
        {
            driving += request.Travel.TimeBetween(at, 0);
            distance += request.Travel.DistanceBetween(at, 0);
            now += request.Travel.TimeBetween(at, 0);
        }

        var plan = new VisitPlan
        {
            Id = request.Plan,
            Region = request.Region.Id,
            Rep = request.Rep.Id,
            Date = request.Date,
            Version = request.Version,
            Status = PlanStatus.Proposed,
            Start = start,
            End = now,
            Visits = visits,
            Postponed = Postponed(request, calls, visits),
            Distance = distance,
            Driving = driving,
            Provenance = new PlanProvenance(
                result.Engine, result.Seed, result.Threads, result.Iterations, request.Travel.Source, request.JournalPosition, VisitFingerprint.Of(request)),
        };
        VisitPlanAudit.Verify(plan, request);
        return plan;
    }

    private static PostponedVisit[] Postponed(VisitPlanRequest request, Call[] calls, List<PlannedVisit> visits)
    {
        var visited = visits.Select(visit => visit.Terminal).ToHashSet();
        var diagnosis = new VisitDiagnosis(request);
        return
        [
            .. calls.Where(call => !visited.Contains(call.Terminal.Id) && (call.DueOn <= request.Date || (call.DueDay == 0 && call.IsOpenToday)))
                .Select(call => new PostponedVisit(call.Terminal.Id, call.DueOn, diagnosis.Reason(call, visits.Count), diagnosis.NextOn(call))),
        ];
    }
}
