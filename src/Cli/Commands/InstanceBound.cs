using Territory.Cli.Output;
using Territory.Optimizer.Bounds;
using Territory.Optimizer.Formats;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Cli.Commands;

/// <summary>The lower bound of an instance's distance in its own unit, for <c>solve --bound</c>.</summary>
internal static class InstanceBound
{
    private const double TimeShare = 0.25;

    /// <summary>Without a time limit a bound has this long.</summary>
    private static readonly TimeSpan UnlimitedTime = TimeSpan.FromSeconds(10);

    /// <summary>What of the time limit the bound takes; zero where none is wanted.</summary>
    public static TimeSpan Share(bool isWanted, SolveOptions options) => !isWanted ? TimeSpan.Zero : options.TimeLimit * TimeShare ?? UnlimitedTime;

    /// <summary>Null, with a note, where there is none.</summary>
    public static double? Of(InstanceProblem problem, SolveResult result, TimeSpan time, Reply reply, CancellationToken cancellationToken)
    {
        // Of vehicles first the bound is that of the distance alone, which holds for the fewest vehicles too.
        var isDistance = problem.Objective == RoutingObjective.Distance;
        var data = isDistance ? problem.Data : new InstanceProblem(problem.Instance).Data;
        return Of(data, result, problem.RoundingSlack, time, reply, cancellationToken) / problem.UnitsPerFileUnit;
    }

    /// <summary>In units of the problem; null, with a note, where there is none.</summary>
    public static double? Of(ProblemData data, SolveResult result, long slack, TimeSpan time, Reply reply, CancellationToken cancellationToken)
    {
        if (LowerBound.Missing(data) is { } reason)
        {
            reply.Note(reason);
            return null;
        }

        if (result.Best.Unserved.Count > 0)
        {
            reply.Note("no lower bound: it would be one for plans that serve every stop");
            return null;
        }

        return LowerBound.Compute(data, result.Best, slack, time, TimeProvider.System, cancellationToken).Cost;
    }
}
