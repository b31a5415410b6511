using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts;
using Territory.Contracts.Market;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;

namespace Territory.Dashboard.Clock;

/// <summary>The clock of a region: reading it, and setting a simulated market's pace.</summary>
internal static class ClockEndpoints
{
    public static void Map(RouteGroupBuilder region)
    {
        region.MapGet("/clock", GetAsync).RequireAuthorization(Policies.ReadTerritory);
        region.MapPost("/clock", SetAsync).RequireAuthorization(Policies.ControlClock);
    }

    private static async Task<Ok<ClockAnswer>> GetAsync(InRegion inRegion, RegionClocks clocks, CancellationToken cancellationToken) =>
        TypedResults.Ok(ClockAnswer.Of(await clocks.NowAsync(inRegion.Region, cancellationToken)));

    private static async Task<Results<Ok<ClockAnswer>, BadRequest<RequestProblems>, Conflict<Refusal>>> SetAsync(
        SetClockRequest request, InRegion inRegion, RegionClocks clocks, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (request.Speed is null == request.Running is null)
            return RequestProblems.Answer(new RequestProblem("clock.change", "Give either a speed or whether the clock runs; each is a command of its own."));
        var time = await clocks.NowAsync(inRegion.Region, cancellationToken);
        if (!time.Simulated)
            return TypedResults.Conflict(new Refusal("clock.wall-time"));
        var market = grains.GetGrain<IMarketGrain>(inRegion.Region.Value);
        var header = new CommandHeader(request.CommandId, inRegion.Person.User, time.Now);
        var outcome = request switch
        {
            { Speed: { } speed } => await market.SetSpeed(new SetMarketSpeed(header, speed), cancellationToken),
            { Running: true } => await market.Resume(new ResumeMarket(header), cancellationToken),
            _ => await market.Pause(new PauseMarket(header), cancellationToken),
        };
        return outcome.Accepted
            ? TypedResults.Ok(ClockAnswer.Of(await clocks.NowAsync(inRegion.Region, cancellationToken)))
            : Refusal.Of(outcome);
    }
}
