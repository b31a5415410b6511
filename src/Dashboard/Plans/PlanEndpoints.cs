using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Dashboard.Access;
using Territory.Dashboard.Clock;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Regions;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.ReadModel.Queries;

namespace Territory.Dashboard.Plans;

/// <summary>Plans of one kind: seeing, proposing, publishing, discarding, drawing, following. A party out of scope is unknown to all of them.</summary>
/// <param name="path">Where the plans of this kind lie within their region.</param>
/// <param name="unknownParty">The code for a party that does not exist or is out of scope.</param>
internal abstract class PlanEndpoints<TPlan, TDay, TProgress>(string path, string unknownParty, string readPolicy, string planPolicy)
    where TPlan : class, IDayPlan<TPlan>
    where TDay : class, IPlanDay<TPlan>
{
    // Handlers whose answer holds a type parameter say IResult: what is generated for a route cannot name the parameter.
    public void Map(RouteGroupBuilder region)
    {
        var plans = region.MapGroup(path);
        plans.MapGet("", ListAsync).RequireAuthorization(readPolicy);
        plans.MapPost("/{party}/{date}/propose", ProposeAsync).RequireAuthorization(planPolicy);
        plans.MapPost("/{party}/{date}/publish", PublishAsync).RequireAuthorization(planPolicy);
        plans.MapPost("/{party}/{date}/discard", DiscardAsync).RequireAuthorization(planPolicy);
        plans.MapGet("/{party}/{date}/geometry", GeometryAsync).RequireAuthorization(readPolicy);
        plans.MapGet("/{party}/{date}/progress", ProgressAsync).RequireAuthorization(readPolicy);
    }

    protected abstract Task<IReadOnlyList<TDay>> DaysAsync(PlanQueries plans, ReadScope scope, DateOnly date, CancellationToken cancellationToken);

    /// <summary>One party's day; null when the party is not in scope.</summary>
    protected abstract Task<TDay?> DayOfAsync(PlanQueries plans, ReadScope scope, string party, DateOnly date, CancellationToken cancellationToken);

    protected abstract Task<byte[]> DrawAsync(PlanGeometry geometry, ReadScope scope, TPlan plan, CancellationToken cancellationToken);

    protected abstract Task<IReadOnlyList<TProgress>> FollowAsync(
        ProgressQuery progress, ReadScope scope, string party, DateOnly date, CancellationToken cancellationToken);

    protected abstract Task<(CommandResult Outcome, TPlan? Plan)> SendAsync(
        IGrainFactory grains, string party, DateOnly date, CommandHeader header, PlanOptions options, CancellationToken cancellationToken);

    protected abstract Task<CommandResult> SendAsync(IGrainFactory grains, string party, DateOnly date, PublishPlan command, CancellationToken cancellationToken);

    protected abstract Task<CommandResult> SendAsync(IGrainFactory grains, string party, DateOnly date, DiscardPlan command, CancellationToken cancellationToken);

    private async Task<IResult> ListAsync(
        InRegion inRegion, PlanQueries plans, RegionClocks clocks, QueryValue<DateOnly> date, CancellationToken cancellationToken)
    {
        var day = date.Value ?? (await clocks.NowAsync(inRegion.Region, cancellationToken)).NextWorkingDay;
        return TypedResults.Ok(await DaysAsync(plans, inRegion.Scope, day, cancellationToken));
    }

    private async Task<IResult> ProposeAsync(
        string party, DateOnly date, ProposeRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        if (await DayOfAsync(plans, inRegion.Scope, party, date, cancellationToken) is null)
            return Refusal.Unknown(unknownParty);
        var header = await HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken);
        var (outcome, proposed) = await SendAsync(grains, party, date, header, request.Options, cancellationToken);
        if (!outcome.Accepted)
            return Refusal.Of(outcome);
        return proposed is { } plan ? TypedResults.Ok(plan) : Refusal.Unknown("plan.unknown");
    }

    private Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> PublishAsync(
        string party, DateOnly date, DecideRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken) => DecideAsync(
            party, date, request, inRegion, plans, clocks,
            header => SendAsync(grains, party, date, new PublishPlan(header, request.Version, request.AcceptBreaches), cancellationToken), cancellationToken);

    private Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> DiscardAsync(
        string party, DateOnly date, DecideRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks, IGrainFactory grains,
        CancellationToken cancellationToken) => DecideAsync(
            party, date, request, inRegion, plans, clocks,
            header => SendAsync(grains, party, date, new DiscardPlan(header, request.Version), cancellationToken), cancellationToken);

    private async Task<Results<FileContentHttpResult, NotFound<Refusal>>> GeometryAsync(
        string party, DateOnly date, InRegion inRegion, PlanQueries plans, PlanGeometry geometry, QueryValue<int> version, CancellationToken cancellationToken)
    {
        var day = await DayOfAsync(plans, inRegion.Scope, party, date, cancellationToken);
        if (day is null || Chosen(day, version.Value) is not { } plan)
            return Refusal.Unknown("plan.unknown");
        return GeoJson.Answer(await DrawAsync(geometry, inRegion.Scope, plan, cancellationToken));
    }

    private async Task<IResult> ProgressAsync(
        string party, DateOnly date, InRegion inRegion, ProgressQuery progress, CancellationToken cancellationToken) =>
        TypedResults.Ok(await FollowAsync(progress, inRegion.Scope, party, date, cancellationToken));

    private async Task<Results<Ok<AcceptedAnswer>, NotFound<Refusal>, Conflict<Refusal>>> DecideAsync(
        string party, DateOnly date, DecideRequest request, InRegion inRegion, PlanQueries plans, RegionClocks clocks,
        Func<CommandHeader, Task<CommandResult>> decide, CancellationToken cancellationToken)
    {
        if (await DayOfAsync(plans, inRegion.Scope, party, date, cancellationToken) is null)
            return Refusal.Unknown(unknownParty);
        var outcome = await decide(await HeaderAsync(request.CommandId, inRegion, clocks, cancellationToken));
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : Refusal.Of(outcome);
    }

    /// <summary>The plan of the version asked for; without one the published plan, or else the proposal.</summary>
    private static TPlan? Chosen(TDay day, int? version) => version is null
        ? day.Published ?? day.Proposed
        : new[] { day.Published, day.Proposed }.FirstOrDefault(plan => plan?.Version == version);

    private static async Task<CommandHeader> HeaderAsync(CommandId id, InRegion inRegion, RegionClocks clocks, CancellationToken cancellationToken) =>
        new(id, inRegion.Person.User, (await clocks.NowAsync(inRegion.Region, cancellationToken)).Now);
}
