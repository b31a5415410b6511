using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Territory.Contracts;
using Territory.Dashboard.Hosting;
using Territory.Model.Dispatch;
using Territory.Model.Plans;

namespace Territory.Dashboard.Plans;

/// <summary>What edits would make of the plan: the figures, and the routes that would be others.</summary>
public sealed record PreviewAnswer(PlanChange Change, IReadOnlyList<DeliveryRoute> Routes);

/// <summary>Two versions, and what the right one has more.</summary>
public sealed record CompareAnswer(DeliveryPlan Left, DeliveryPlan Right, PlanChange Change);

public sealed record RunStartedAnswer(string Run);

/// <summary>The answers that several addresses of a plan give.</summary>
internal static class DispatchAnswers
{
    public static NotFound<Refusal> UnknownPlan => Refusal.Unknown("plan.unknown");

    /// <summary>A version asked for that the day does not have is absent.</summary>
    public static Results<Ok<T>, NotFound<Refusal>, Conflict<Refusal>> Of<T>(CommandResult outcome, T? answer)
        where T : class
    {
        if (outcome.RefusalCode == "plan.version-unknown")
            return Refusal.Unknown(outcome.RefusalCode);
        return outcome.Accepted && answer is not null ? TypedResults.Ok(answer) : Refusal.Of(outcome);
    }
}
