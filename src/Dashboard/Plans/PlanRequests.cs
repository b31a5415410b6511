using Territory.Contracts.Plans;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Dashboard.Plans;

/// <summary>Plan now. Iterations reproduce a plan exactly; a time limit only chooses how many are done.</summary>
/// <param name="ByTimeOfDay">Whether deliveries drive at the times of each slot of the day, where the roads have slots.</param>
public sealed record ProposeRequest(CommandId CommandId, long Seed = 1, long? Iterations = null, int? TimeLimitSeconds = null, bool ByTimeOfDay = true)
{
    private const int MaxTimeLimitSeconds = 300;
    private const int DefaultTimeLimitSeconds = 5;
    private const long MaxIterations = 10_000_000;

    internal PlanOptions Options => new(
        Seed, Iterations, TimeLimitSeconds is { } seconds ? new Duration(seconds) : Iterations is null ? new Duration(DefaultTimeLimitSeconds) : null, ByTimeOfDay);

    internal IReadOnlyList<RequestProblem> Problems()
    {
        var problems = new List<RequestProblem>();
        if (TimeLimitSeconds is < 1 or > MaxTimeLimitSeconds)
            problems.Add(new RequestProblem("plan.time-limit", $"The time limit is 1 to {MaxTimeLimitSeconds} seconds.", "timeLimitSeconds"));
        if (Iterations is < 0 or > MaxIterations)
            problems.Add(new RequestProblem("plan.iterations", $"The iterations are 0 to {MaxIterations}.", "iterations"));
        return problems;
    }
}

/// <summary>Publish or discard the version that was looked at; another one is refused.</summary>
/// <param name="AcceptBreaches">To publish although rules are broken without an allowance.</param>
public sealed record DecideRequest(CommandId CommandId, int Version, bool AcceptBreaches = false);

public sealed record AcceptedAnswer(long Position);
