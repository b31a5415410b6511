using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts;
using Territory.Contracts.Schedules;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Plans;
using Territory.Model.Ids;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Schedules;

/// <summary>Scheduling a distributor's deliveries over coming days: starting a run, watching it, ending it, reading what it gave.</summary>
internal static class ScheduleEndpoints
{
    public static void Map(RouteGroupBuilder region)
    {
        var runs = region.MapGroup("/schedules/{distributor}/runs");
        runs.MapPost("", StartAsync).RequireAuthorization(Policies.PlanDeliveries);
        runs.MapGet("", ListAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        runs.MapGet("/{run}", FindAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
        runs.MapPost("/{run}/stop", StopAsync).RequireAuthorization(Policies.PlanDeliveries);
        runs.MapGet("/{run}/schedule", ScheduleAsync).RequireAuthorization(Policies.ReadDeliveryPlans);
    }

    private static async Task<IResult> StartAsync(
        string distributor, ScheduleRunRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await GrainAsync(distributor, inRegion, plans, grains, cancellationToken) is not { } grain)
            return Unknown;
        var header = await HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken);
        var started = await grain.Start(new StartSchedule(header, request.Options), cancellationToken);
        return DispatchAnswers.Of(started.Outcome, started.Run is { } run ? new RunStartedAnswer(run.Run) : null);
    }

    private static async Task<IResult> ListAsync(
        string distributor, InRegion inRegion, PlanQueries plans, IGrainFactory grains, CancellationToken cancellationToken) =>
        await GrainAsync(distributor, inRegion, plans, grains, cancellationToken) is { } grain
            ? TypedResults.Ok((await grain.GetRuns(cancellationToken)).Runs)
            : Unknown;

    private static async Task<IResult> FindAsync(
        string distributor, string run, InRegion inRegion, PlanQueries plans, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await GrainAsync(distributor, inRegion, plans, grains, cancellationToken) is not { } grain)
            return Unknown;
        return (await grain.GetRuns(cancellationToken)).Runs.FirstOrDefault(each => each.Run == run) is { } progress ? TypedResults.Ok(progress) : Refusal.Unknown("run.unknown");
    }

    private static async Task<IResult> StopAsync(
        string distributor, string run, StopScheduleRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (await GrainAsync(distributor, inRegion, plans, grains, cancellationToken) is not { } grain)
            return Unknown;
        var outcome = await grain.Stop(new StopSchedule(await HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken), run), cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : Refusal.Unknown("run.unknown");
    }

    private static async Task<IResult> ScheduleAsync(
        string distributor, string run, InRegion inRegion, PlanQueries plans, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (await GrainAsync(distributor, inRegion, plans, grains, cancellationToken) is not { } grain)
            return Unknown;
        var result = await grain.GetSchedule(run, cancellationToken);
        return result.Outcome.RefusalCode == "run.unknown" ? Refusal.Unknown("run.unknown") : DispatchAnswers.Of(result.Outcome, result.Schedule);
    }

    private static IResult Unknown => Refusal.Unknown("distributor.unknown");

    private static async Task<IDeliveryScheduleGrain?> GrainAsync(
        string distributor, InRegion inRegion, PlanQueries plans, IGrainFactory grains, CancellationToken cancellationToken) =>
        await plans.MayDispatchAsync(inRegion.Scope, new DistributorId(distributor), cancellationToken) ? grains.GetGrain<IDeliveryScheduleGrain>(distributor) : null;

    private static async Task<CommandHeader> HeaderAsync(CommandId id, InRegion inRegion, RegionClocks clocks, CancellationToken cancellationToken) =>
        new(id, inRegion.Person.User, (await clocks.NowAsync(inRegion.Region, cancellationToken)).Now);
}
