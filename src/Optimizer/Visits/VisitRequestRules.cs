using Territory.Model.Problems;
using Territory.Model.Regions;

namespace Territory.Optimizer.Visits;

/// <summary>What a visit request must keep before it is planned.</summary>
public static class VisitRequestRules
{
    /// <summary>Every problem of the request, empty for a sound one.</summary>
    public static IReadOnlyList<Problem> Inspect(VisitPlanRequest request)
    {
        var problems = new List<Problem>();
        if (request.Travel.Size != request.Candidates.Count + 1)
        {
            problems.Add(new Problem("visit.matrix.size", $"The matrix must have the rep's start and {request.Candidates.Count} candidates.",
                Field: "travel", Value: $"{request.Travel.Size}"));
        }

        if (request.MaxCalls is < 0)
            problems.Add(new Problem("visit.calls.negative", "The number of calls must not be negative.", Field: "maxCalls", Value: $"{request.MaxCalls}"));
        if (request.Rep.Shift.IsEmpty)
            problems.Add(new Problem("rep.shift.empty", "The shift must end after it starts.", Field: "shift", Value: $"{request.Rep.Shift}"));
        foreach (var group in request.Candidates.GroupBy(candidate => candidate.Terminal.Id).Where(group => group.Count() > 1))
            problems.Add(new Problem("terminal.duplicate", "A terminal must be given once.", Field: "terminal", Value: group.Key.Value));
        foreach (var candidate in request.Candidates)
        {
            var terminal = candidate.Terminal;
            if (request.Region.ClassPolicies.All(policy => policy.Class != terminal.Class))
                problems.Add(new Problem("class.policy.missing", $"The region needs a visiting policy for class {terminal.Class}.", Field: "terminal", Value: terminal.Id.Value));
            if (terminal.VisitsPerCycle is < 1 or > ClassPolicy.CycleDays)
            {
                problems.Add(new Problem("terminal.frequency.range", $"A terminal is visited 1 to {ClassPolicy.CycleDays} times in a cycle.",
                    Field: terminal.Id.Value, Value: $"{terminal.VisitsPerCycle}"));
            }
        }

        return problems;
    }
}
