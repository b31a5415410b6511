using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Plans;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;

namespace Territory.Dashboard.Plans;

/// <summary>Re-optimising a day's deliveries: starting a run, watching it, ending it.</summary>
internal static class RunEndpoints
{
    public static void Map(RouteGroupBuilder plan)
    {
        plan.MapPost("/runs", StartAsync).RequireAuthorization(Policies.PlanDeliveries);
        plan.MapGet("/runs", ListAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        plan.MapGet("/runs/{run}", FindAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        plan.MapPost("/runs/{run}/stop", StopAsync).RequireAuthorization(Policies.PlanDeliveries);
    }

    private static async Task<IResult> StartAsync(
        string distributor, DateOnly date, RunRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var header = await desk.HeaderAsync(request.CommandId, inRegion, cancellationToken);
        var started = await grain.StartRun(new StartRun(header, request.BaseVersion, request.Options), cancellationToken);
        return DispatchAnswers.Of(started.Outcome, started.Run is { } run ? new RunStartedAnswer(run.Run) : null);
    }

    private static async Task<IResult> ListAsync(string distributor, DateOnly date, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken) =>
        await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is { } grain
            ? TypedResults.Ok((await grain.GetRuns(cancellationToken)).Runs)
            : DispatchAnswers.UnknownPlan;

    private static async Task<IResult> FindAsync(
        string distributor, DateOnly date, string run, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        return await grain.GetRun(run, cancellationToken) is { } progress ? TypedResults.Ok(progress) : Refusal.Unknown("run.unknown");
    }

    private static async Task<IResult> StopAsync(
        string distributor, DateOnly date, string run, StopRunRequest request, InRegion inRegion, DispatchDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.FindAsync(inRegion, new DistributorId(distributor), date, cancellationToken) is not { } grain)
            return DispatchAnswers.UnknownPlan;
        var outcome = await grain.StopRun(new StopRun(await desk.HeaderAsync(request.CommandId, inRegion, cancellationToken), run), cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : Refusal.Unknown("run.unknown");
    }
}
