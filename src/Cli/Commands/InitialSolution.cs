using Territory.Model.Problems;
using Territory.Optimizer.Checking;
using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Routing;

namespace Territory.Cli.Commands;

/// <summary>A solution file to start from; one that breaks a rule is refused, for a search keeps to the rules from its first plan on. Stops may be missing.</summary>
internal static class InitialSolution
{
    /// <exception cref="InvalidInputException">The file cannot be read or breaks rules; all are listed.</exception>
    public static Solution Read(string path, InstanceProblem problem)
    {
        var routes = RouteListFile.Read(path, problem.Instance) with { StatedCost = null };
        var broken = SolutionChecker.Check(problem.Instance, routes).Violations.Where(violation => violation.Rule != "missing")
            .Select(violation => Refusal(path, violation.Rule, violation.Route, violation.Stop, FormattableString.Invariant($"{violation.By:0.######}"))).ToArray();
        if (broken.Length > 0)
            throw new InvalidInputException(broken);
        var solution = problem.ToSolution(routes);
        // What only just keeps a rule in the file's own figures may break it in the whole numbers of the search.
        var inside = new PlanEvaluator(problem.Data).Evaluate(solution).Violations
            .Select(violation => Refusal(path, violation.Rule.ToString().ToLowerInvariant(), null, violation.Client is { } client ? problem.Instance.NumberOf(client + 1) : null, FormattableString.Invariant($"{violation.Amount} units of the search"))).ToArray();
        return inside.Length == 0 ? solution : throw new InvalidInputException(inside);
    }

    private static Problem Refusal(string path, string rule, int? route, long? stop, string by) => new(
        "initial.rule", $"A solution to start from must keep every rule, and this breaks '{rule}'.", path, Field: (route, stop) switch
        {
            ({ } at, { } number) => $"route {at}, stop {number}",
            ({ } at, null) => $"route {at}",
            (null, { } number) => $"stop {number}",
            _ => null,
        }, Value: by);
}
