using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Lab;
using Territory.Dashboard.Access;
using Territory.Dashboard.Exports;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Plans;
using Territory.Model.Ids;

namespace Territory.Dashboard.Lab;

/// <summary>The runs of the lab: starting one, watching it, ending it, and what it gave.</summary>
internal static class LabRunEndpoints
{
    public static void Map(RouteGroupBuilder lab)
    {
        lab.MapPost("/runs", StartAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/runs", ListAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapGet("/runs/{run}", FindAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapPost("/runs/{run}/stop", StopAsync).RequireAuthorization(Policies.UseLab);
        lab.MapPost("/runs/{run}/again", AgainAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/runs/{run}/result", ResultAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapGet("/runs/{run}/{table}.csv", TableAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapGet("/compare", CompareAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapPost("/sensitivities", AskAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/sensitivity", SensitivityAsync).RequireAuthorization(Policies.ReadLab);
    }

    private static Task<IResult> StartAsync(StartRunRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        RunAsync(request.CommandId, request.Scenario, request.Version, request.Settings, actor, desk, cancellationToken);

    private static async Task<IResult> AskAsync(SensitivityRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        request.Problems() is { Count: > 0 } problems
            ? RequestProblems.Answer(problems)
            : await RunAsync(request.CommandId, request.Scenario, request.Version, request.Settings, actor, desk, cancellationToken);

    private static async Task<IResult> RunAsync(
        CommandId command, string scenario, int version, LabRunSettings settings, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Scenarios.FindAsync(scenario, version, LabDesk.OnlyOf(actor.Person), cancellationToken) is not var (_, content))
            return LabOutcome.UnknownScenario;
        return await SendAsync(new StartLabRun(desk.Header(command, actor.Person), scenario, version, content, settings, LabDesk.OnlyOf(actor.Person)), desk, cancellationToken);
    }

    /// <summary>The same input and seed once more, as after an interruption: the result is the same to the bit.</summary>
    private static async Task<IResult> AgainAsync(string run, RunCommandRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        var only = LabDesk.OnlyOf(actor.Person);
        if (await desk.Runs.FindAsync(run, only, cancellationToken) is not { Start: var start } record)
            return LabOutcome.UnknownRun;
        var content = (await desk.Runs.TextsAsync(record, LabTextKind.Scenario, cancellationToken))[0];
        var command = new StartLabRun(desk.Header(request.CommandId, actor.Person), start.Scenario, start.ScenarioVersion, content, start.Settings, only);
        return await SendAsync(command, desk, cancellationToken);
    }

    private static async Task<IResult> SendAsync(StartLabRun command, LabDesk desk, CancellationToken cancellationToken)
    {
        var run = command.Header.Id.ToString();
        var started = await desk.Run(run).Start(command, cancellationToken);
        return started.Outcome.Accepted ? TypedResults.Ok(new RunStarted(run)) : LabOutcome.Refused(started.Outcome, started.Problems);
    }

    private static async Task<Ok<List<LabRunAnswer>>> ListAsync(Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        var answers = new List<LabRunAnswer>();
        foreach (var run in await desk.Runs.ListAsync(LabDesk.OnlyOf(actor.Person), cancellationToken))
            answers.Add(await desk.NowAsync(run, cancellationToken));
        return TypedResults.Ok(answers);
    }

    private static async Task<IResult> FindAsync(string run, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        await desk.Runs.FindAsync(run, LabDesk.OnlyOf(actor.Person), cancellationToken) is { } record
            ? TypedResults.Ok(await desk.NowAsync(record, cancellationToken))
            : LabOutcome.UnknownRun;

    private static async Task<IResult> StopAsync(string run, RunCommandRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Runs.FindAsync(run, LabDesk.OnlyOf(actor.Person), cancellationToken) is null)
            return LabOutcome.UnknownRun;
        var outcome = await desk.Run(run).Stop(new StopLabRun(desk.Header(request.CommandId, actor.Person)), cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : LabOutcome.Refused(outcome, []);
    }

    private static async Task<IResult> ResultAsync(string run, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        if (await desk.Runs.FindAsync(run, LabDesk.OnlyOf(actor.Person), cancellationToken) is not { } record)
            return LabOutcome.UnknownRun;
        return record.End is { Variants: > 0 } ? TypedResults.Bytes(await ResultText.WriteAsync(record, desk.Runs, cancellationToken), "application/json") : LabOutcome.WithoutResult(run);
    }

    private static async Task<IResult> TableAsync(string run, string table, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        if (!ResultTables.Names.Contains(table, StringComparer.Ordinal))
            return Refusal.Unknown("request.no-such-address");
        if (await desk.Runs.FindAsync(run, LabDesk.OnlyOf(actor.Person), cancellationToken) is not { } record)
            return LabOutcome.UnknownRun;
        if (record.End is not { Variants: > 0 })
            return LabOutcome.WithoutResult(run);
        var file = PlanFiles.Csv(ResultTables.Make(table, await desk.Runs.TextsAsync(record, LabTextKind.Variant, cancellationToken)));
        return TypedResults.File(file.Content, file.ContentType, $"{table}-{run}{file.Ending}");
    }

    private static async Task<IResult> CompareAsync(string left, string right, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        await SeesAsync(left, actor, desk, cancellationToken) && await SeesAsync(right, actor, desk, cancellationToken)
            ? LabOutcome.Of(await desk.Lab.Compare(left, right, cancellationToken))
            : LabOutcome.UnknownRun;

    private static async Task<IResult> SensitivityAsync(string run, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        await SeesAsync(run, actor, desk, cancellationToken) ? LabOutcome.Of(await desk.Lab.GetSensitivity(run, cancellationToken)) : LabOutcome.UnknownRun;

    private static async Task<bool> SeesAsync(string run, Actor actor, LabDesk desk, CancellationToken cancellationToken) =>
        await desk.Runs.FindAsync(run, LabDesk.OnlyOf(actor.Person), cancellationToken) is not null;
}
