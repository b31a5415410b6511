using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Lab;
using Territory.Dashboard.Access;
using Territory.Dashboard.Field;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Plans;
using Territory.Model.Ids;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>Freeze a region of a finished run.</summary>
public sealed record FreezeTemplateRequest(CommandId CommandId, string Run, string Region, string Name)
{
    internal IReadOnlyList<RequestProblem> Problems() => DispatchLimits.Some([FieldLimits.Id("run", Run), FieldLimits.Id("region", Region), FieldLimits.Note("name", Name)]);
}

public sealed record TemplateFrozenAnswer(string Id);

public sealed record TemplateAnswer(string Id, string Name, string Run, string Region, string Hash, UserId By, DateTimeOffset At)
{
    public static TemplateAnswer Of(LabTemplateHeader header) => new(header.Id, header.Name, header.Run, header.Region, header.Hash, header.By, header.At);
}

public sealed record TemplateContentAnswer(string Id, string Name, string Run, string Region, string Hash, UserId By, DateTimeOffset At, JsonElement Template);

/// <summary>The templates of the lab.</summary>
internal static class TemplateEndpoints
{
    public static void Map(RouteGroupBuilder lab)
    {
        lab.MapPost("/templates", FreezeAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/templates", ListAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapGet("/templates/{id}", FindAsync).RequireAuthorization(Policies.ReadLab);
    }

    private static async Task<IResult> FreezeAsync(FreezeTemplateRequest request, Actor actor, LabDesk desk, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        var (only, id) = (LabDesk.OnlyOf(actor.Person), request.CommandId.ToString());
        if (await desk.Runs.FindAsync(request.Run, only, cancellationToken) is null)
            return LabOutcome.UnknownRun;
        var frozen = await grains.GetGrain<ILabTemplateGrain>(id).Freeze(
            new FreezeLabTemplate(desk.Header(request.CommandId, actor.Person), request.Run, request.Region, request.Name, only), cancellationToken);
        return frozen.Outcome.Accepted ? TypedResults.Ok(new TemplateFrozenAnswer(id)) : LabOutcome.Refused(frozen.Outcome, frozen.Problems);
    }

    private static async Task<Ok<List<TemplateAnswer>>> ListAsync(Actor actor, LabTemplateQuery templates, CancellationToken cancellationToken)
    {
        var found = await templates.ListAsync(LabDesk.OnlyOf(actor.Person), cancellationToken);
        return TypedResults.Ok(found.Select(template => TemplateAnswer.Of(template.Header)).ToList());
    }

    private static async Task<IResult> FindAsync(string id, Actor actor, LabTemplateQuery templates, CancellationToken cancellationToken)
    {
        if (await templates.FindAsync(id, LabDesk.OnlyOf(actor.Person), cancellationToken) is not { Header: var header, Content: var content })
            return Refusal.Unknown("lab.template-unknown");
        return TypedResults.Ok(new TemplateContentAnswer(
            header.Id, header.Name, header.Run, header.Region, header.Hash, header.By, header.At, JsonText.Element(content)));
    }
}
