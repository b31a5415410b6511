using System.Text.Json;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Lab;
using Territory.Dashboard.Access;
using Territory.Dashboard.Exports;
using Territory.Dashboard.Exports.Tables;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Plans;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>Market selection and plans of waves: asking, watching, ending, and what came of it.</summary>
internal static class ExpansionEndpoints
{
    private static readonly string[] Columns =
        ["wave", "region", "name", "week", "date", "level", "reps", "vehicles", "staffingRatio", "value", "weeksToLeadership", "leadershipShare"];

    public static void Map(RouteGroupBuilder lab)
    {
        lab.MapGet("/scorecard", ScoreLiveAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapPost("/scorecard", ScoreAsync).RequireAuthorization(Policies.UseLab);
        lab.MapPost("/expansions", StartAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/expansions", ListAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapGet("/expansions/{expansion}", FindAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapPost("/expansions/{expansion}/stop", StopAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/expansions/{expansion}/waves.csv", WavesAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapGet("/expansions/{expansion}/question", QuestionAsync).RequireAuthorization(Policies.ReadLab);
    }

    /// <summary>The live regions by the usual weights.</summary>
    private static async Task<IResult> ScoreLiveAsync(string? template, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        LabOutcome.Of(await desk.Lab.GetLiveScorecard(new AskLiveScorecard(template, LabDesk.OnlyOf(actor.Person)), cancellationToken));

    private static async Task<IResult> ScoreAsync(ScorecardRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        LabOutcome.Of(await desk.Lab.GetScorecard(new AskExpansion(ContentOf(request.Scenario, request.Censuses), LabDesk.OnlyOf(actor.Person)), cancellationToken));

    private static async Task<IResult> StartAsync(StartExpansionRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        var id = request.CommandId.ToString();
        var asked = new AskExpansion(ContentOf(request.Scenario, request.Censuses), LabDesk.OnlyOf(actor.Person));
        var started = await desk.Expansion(id).Start(new StartLabExpansion(desk.Header(request.CommandId, actor.Person), asked, request.Seed, request.Iterations), cancellationToken);
        return started.Outcome.Accepted ? TypedResults.Ok(new ExpansionStarted(id)) : LabOutcome.Refused(started.Outcome, started.Problems);
    }

    private static async Task<Ok<List<ExpansionAnswer>>> ListAsync(Actor actor, LabDesk desk, LabExpansionQuery expansions, CancellationToken cancellationToken)
    {
        var answers = new List<ExpansionAnswer>();
        foreach (var expansion in await expansions.ListAsync(LabDesk.OnlyOf(actor.Person), cancellationToken))
            answers.Add(await desk.NowAsync(expansion, cancellationToken));
        return TypedResults.Ok(answers);
    }

    private static async Task<IResult> FindAsync(string expansion, Actor actor, LabDesk desk, LabExpansionQuery expansions, CancellationToken cancellationToken)
    {
        if (await expansions.FindAsync(expansion, LabDesk.OnlyOf(actor.Person), cancellationToken) is not { } record)
            return Refusal.Unknown("lab.expansion-unknown");
        var plan = await expansions.TextAsync(record, LabTextKind.Variant, cancellationToken);
        return TypedResults.Ok((await desk.NowAsync(record, cancellationToken)) with { Plan = record.End is null || plan.Length == 0 ? null : JsonText.Element(plan) });
    }

    private static async Task<IResult> StopAsync(
        string expansion, RunCommandRequest request, Actor actor, LabDesk desk, LabExpansionQuery expansions, CancellationToken cancellationToken)
    {
        if (await expansions.FindAsync(expansion, LabDesk.OnlyOf(actor.Person), cancellationToken) is null)
            return Refusal.Unknown("lab.expansion-unknown");
        var outcome = await desk.Expansion(expansion).Stop(new StopLabExpansion(desk.Header(request.CommandId, actor.Person)), cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : LabOutcome.Refused(outcome, []);
    }

    /// <summary>What was asked, to be looked at beside the plan and asked again.</summary>
    private static async Task<IResult> QuestionAsync(string expansion, Actor actor, LabExpansionQuery expansions, CancellationToken cancellationToken) =>
        await expansions.FindAsync(expansion, LabDesk.OnlyOf(actor.Person), cancellationToken) is { } record
            ? LabOutcome.Json(await expansions.TextAsync(record, LabTextKind.Scenario, cancellationToken))
            : Refusal.Unknown("lab.expansion-unknown");

    private static async Task<IResult> WavesAsync(string expansion, Actor actor, LabExpansionQuery expansions, CancellationToken cancellationToken)
    {
        if (await expansions.FindAsync(expansion, LabDesk.OnlyOf(actor.Person), cancellationToken) is not { } record)
            return Refusal.Unknown("lab.expansion-unknown");
        var plan = await expansions.TextAsync(record, LabTextKind.Variant, cancellationToken);
        if (record.End is null || plan.Length == 0)
            return LabOutcome.WithoutResult(expansion);
        var table = new CsvText(Columns);
        foreach (var start in JsonText.Element(plan).GetProperty("starts").EnumerateArray())
            table.Row([.. Columns.Select(column => start.GetProperty(column) is { ValueKind: not JsonValueKind.Null } value ? value.ToString() : "")]);
        var file = PlanFiles.Csv(table.ToString());
        return TypedResults.File(file.Content, file.ContentType, $"waves-{expansion}{file.Ending}");
    }

    private static string ContentOf(JsonElement scenario, JsonElement? censuses) =>
        censuses is { ValueKind: JsonValueKind.Object } given ? $$"""{"scenario":{{scenario.GetRawText()}},"censuses":{{given.GetRawText()}}}""" : $$"""{"scenario":{{scenario.GetRawText()}}}""";
}
