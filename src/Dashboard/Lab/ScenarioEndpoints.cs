using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Lab;
using Territory.Dashboard.Access;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Plans;
using Territory.Model.Ids;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>The scenarios of the lab: keeping, changing, checking, and branching one from the live territory.</summary>
internal static class ScenarioEndpoints
{
    public static void Map(RouteGroupBuilder lab)
    {
        lab.MapGet("/schema", SchemaAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapGet("/scenarios", ListAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapPost("/scenarios", SaveAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/past", PastAsync).RequireAuthorization(Policies.UseLab);
        lab.MapPost("/scenarios/branch", BranchAsync).RequireAuthorization(Policies.UseLab);
        lab.MapPost("/scenarios/check", CheckAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/scenarios/{id}", FindAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapPut("/scenarios/{id}", ChangeAsync).RequireAuthorization(Policies.UseLab);
        lab.MapDelete("/scenarios/{id}", RemoveAsync).RequireAuthorization(Policies.UseLab);
    }

    private static async Task<IResult> SchemaAsync(LabDesk desk, CancellationToken cancellationToken) => LabOutcome.Of(await desk.Lab.GetSchema(cancellationToken));

    private static async Task<Ok<List<ScenarioAnswer>>> ListAsync(Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        var headers = await desk.Scenarios.ListAsync(LabDesk.OnlyOf(actor.Person), cancellationToken);
        return TypedResults.Ok(headers.Select(ScenarioAnswer.Of).ToList());
    }

    private static async Task<IResult> FindAsync(string id, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Scenarios.FindAsync(id, version: null, LabDesk.OnlyOf(actor.Person), cancellationToken) is not var (header, content))
            return LabOutcome.UnknownScenario;
        return TypedResults.Ok(new ScenarioContentAnswer(header.Id, header.Name, header.Version, header.By, header.At, JsonText.Element(content)));
    }

    private static Task<IResult> SaveAsync(SaveScenarioRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        desk.KeepAsync(request.CommandId.ToString(), request.CommandId, null, request.Scenario.GetRawText(), actor.Person, cancellationToken);

    private static async Task<IResult> ChangeAsync(string id, ChangeScenarioRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        await desk.Scenarios.FindAsync(id, version: null, LabDesk.OnlyOf(actor.Person), cancellationToken) is null
            ? LabOutcome.UnknownScenario
            : await desk.KeepAsync(id, request.CommandId, request.BaseVersion, request.Scenario.GetRawText(), actor.Person, cancellationToken);

    private static async Task<IResult> RemoveAsync(string id, [FromBody] RemoveScenarioRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Scenarios.FindAsync(id, version: null, LabDesk.OnlyOf(actor.Person), cancellationToken) is null)
            return LabOutcome.UnknownScenario;
        var outcome = await desk.Scenario(id).Remove(new RemoveLabScenario(desk.Header(request.CommandId, actor.Person)), cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : LabOutcome.Refused(outcome, []);
    }

    private static async Task<IResult> CheckAsync(CheckScenarioRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        LabOutcome.Of(await desk.Lab.Check(new CheckLabScenario(request.Scenario.GetRawText(), LabDesk.OnlyOf(actor.Person)), cancellationToken));

    /// <summary>The position at which a region's day began, to branch from.</summary>
    private static async Task<IResult> PastAsync(string region, DateOnly day, Actor actor, PastDayQuery past, CancellationToken cancellationToken)
    {
        var asked = new RegionId(region);
        if (actor.Person.ScopeOf(asked, driverDays: null) is not { IsWholeRegion: true })
            return Refusal.Unknown("region.unknown");
        return await past.BeforeAsync(asked, day, cancellationToken) is { } position
            ? TypedResults.Ok(new PastDayAnswer(day, position))
            : Refusal.Unknown("lab.day-unknown");
    }

    private static async Task<IResult> BranchAsync(BranchScenarioRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        if (actor.Person.ScopeOf(request.Region, driverDays: null) is not { IsWholeRegion: true })
            return Refusal.Unknown("region.unknown");
        var branch = await desk.Lab.Branch(new BranchLabScenario(request.Region, request.Position, request.Name, request.Days), cancellationToken);
        if (branch.Json is not { } json)
            return LabOutcome.Refused(branch.Outcome, branch.Problems);
        var made = JsonText.Element(json);
        var id = request.CommandId.ToString();
        var saved = await desk.Scenario(id).Save(
            new SaveLabScenario(desk.Header(request.CommandId, actor.Person), null, made.GetProperty("scenario").GetRawText(), LabDesk.OnlyOf(actor.Person)), cancellationToken);
        return saved.Outcome.Accepted
            ? TypedResults.Ok(new ScenarioBranchedAnswer(id, saved.Version, made.GetProperty("assumptions")))
            : LabOutcome.Refused(saved.Outcome, saved.Problems);
    }
}
