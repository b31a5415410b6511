using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Routing;
using Territory.Contracts.Lab;
using Territory.Dashboard.Access;
using Territory.Dashboard.Exports;
using Territory.Dashboard.Field;
using Territory.Dashboard.Hosting;
using Territory.Dashboard.Plans;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>Calibrations: starting one, watching it, ending it, what it found, and keeping that as a scenario.</summary>
internal static class CalibrationEndpoints
{
    public static void Map(RouteGroupBuilder lab)
    {
        lab.MapPost("/calibrations", StartAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/calibrations", ListAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapGet("/calibrations/{calibration}", FindAsync).RequireAuthorization(Policies.ReadLab);
        lab.MapPost("/calibrations/{calibration}/stop", StopAsync).RequireAuthorization(Policies.UseLab);
        lab.MapPost("/calibrations/{calibration}/again", AgainAsync).RequireAuthorization(Policies.UseLab);
        lab.MapPost("/calibrations/{calibration}/scenario", KeepAsync).RequireAuthorization(Policies.UseLab);
        lab.MapGet("/calibrations/{calibration}/{table}.csv", TableAsync).RequireAuthorization(Policies.ReadLab);
    }

    private static async Task<IResult> StartAsync(StartCalibrationRequest request, Actor actor, LabDesk desk, CancellationToken cancellationToken)
    {
        if (request.Problems() is { Count: > 0 } problems)
            return RequestProblems.Answer(problems);
        var only = LabDesk.OnlyOf(actor.Person);
        if (await desk.Scenarios.FindAsync(request.Scenario, request.Version, only, cancellationToken) is not var (_, content))
            return LabOutcome.UnknownScenario;
        var command = new StartLabCalibration(
            desk.Header(request.CommandId, actor.Person), request.Scenario, request.Version, content, request.Settings, request.History?.Rows, only, IsLive: false);
        return await SendAsync(command, desk, cancellationToken);
    }

    /// <summary>The same input and seed once more, as after an interruption: the result is the same to the bit.</summary>
    private static async Task<IResult> AgainAsync(
        string calibration, RunCommandRequest request, Actor actor, LabDesk desk, LabCalibrationQuery calibrations, CancellationToken cancellationToken)
    {
        var only = LabDesk.OnlyOf(actor.Person);
        if (await calibrations.FindAsync(calibration, only, cancellationToken) is not { Start: var start } record)
            return LabOutcome.UnknownCalibration;
        var content = await calibrations.TextAsync(record, LabTextKind.Scenario, cancellationToken);
        var history = JsonSerializer.Deserialize<List<LabDelivery>>(await calibrations.TextAsync(record, LabTextKind.History, cancellationToken), JsonSerializerOptions.Web);
        var command = new StartLabCalibration(
            desk.Header(request.CommandId, actor.Person), start.Scenario, start.ScenarioVersion, content, start.Settings, history, only, start.IsLive);
        return await SendAsync(command, desk, cancellationToken);
    }

    private static async Task<IResult> SendAsync(StartLabCalibration command, LabDesk desk, CancellationToken cancellationToken)
    {
        var id = command.Header.Id.ToString();
        var started = await desk.Calibration(id).Start(command, cancellationToken);
        return started.Outcome.Accepted ? TypedResults.Ok(new CalibrationStarted(id)) : LabOutcome.Refused(started.Outcome, started.Problems);
    }

    private static async Task<Ok<List<CalibrationAnswer>>> ListAsync(Actor actor, LabDesk desk, LabCalibrationQuery calibrations, CancellationToken cancellationToken)
    {
        var answers = new List<CalibrationAnswer>();
        foreach (var calibration in await calibrations.ListAsync(LabDesk.OnlyOf(actor.Person), cancellationToken))
            answers.Add(await desk.NowAsync(calibration, cancellationToken));
        return TypedResults.Ok(answers);
    }

    private static async Task<IResult> FindAsync(string calibration, Actor actor, LabDesk desk, LabCalibrationQuery calibrations, CancellationToken cancellationToken)
    {
        if (await calibrations.FindAsync(calibration, LabDesk.OnlyOf(actor.Person), cancellationToken) is not { } record)
            return LabOutcome.UnknownCalibration;
        var now = await desk.NowAsync(record, cancellationToken);
        return TypedResults.Ok(record.End is { HasFit: true } ? now with { Fit = JsonText.Element(await calibrations.TextAsync(record, LabTextKind.Fit, cancellationToken)) } : now);
    }

    private static async Task<IResult> StopAsync(
        string calibration, RunCommandRequest request, Actor actor, LabDesk desk, LabCalibrationQuery calibrations, CancellationToken cancellationToken)
    {
        if (await calibrations.FindAsync(calibration, LabDesk.OnlyOf(actor.Person), cancellationToken) is null)
            return LabOutcome.UnknownCalibration;
        var outcome = await desk.Calibration(calibration).Stop(new StopLabCalibration(desk.Header(request.CommandId, actor.Person)), cancellationToken);
        return outcome.Accepted ? TypedResults.Ok(new AcceptedAnswer(outcome.Position)) : LabOutcome.Refused(outcome, []);
    }

    private static async Task<IResult> KeepAsync(
        string calibration, KeepFittedRequest request, Actor actor, LabDesk desk, LabCalibrationQuery calibrations, CancellationToken cancellationToken)
    {
        if (request.Name is { } name && FieldLimits.Note("name", name) is { } wrong)
            return RequestProblems.Answer(wrong);
        var only = LabDesk.OnlyOf(actor.Person);
        if (await calibrations.FindAsync(calibration, only, cancellationToken) is not { } record)
            return LabOutcome.UnknownCalibration;
        if (record.End is not { HasFit: true })
            return LabOutcome.WithoutResult(calibration);
        var fitted = JsonNode.Parse(await calibrations.TextAsync(record, LabTextKind.FittedScenario, cancellationToken))!;
        fitted["name"] = request.Name ?? record.Start.Name;
        var id = request.BaseVersion is null ? request.CommandId.ToString() : record.Start.Scenario;
        if (request.BaseVersion is not null && await desk.Scenarios.FindAsync(id, version: null, only, cancellationToken) is null)
            return LabOutcome.UnknownScenario;
        return await desk.KeepAsync(id, request.CommandId, request.BaseVersion, fitted.ToJsonString(), actor.Person, cancellationToken);
    }

    private static async Task<IResult> TableAsync(string calibration, string table, Actor actor, LabCalibrationQuery calibrations, CancellationToken cancellationToken)
    {
        if (!CalibrationTables.Names.Contains(table, StringComparer.Ordinal))
            return Refusal.Unknown("request.no-such-address");
        if (await calibrations.FindAsync(calibration, LabDesk.OnlyOf(actor.Person), cancellationToken) is not { } record)
            return LabOutcome.UnknownCalibration;
        if (record.End is not { HasFit: true })
            return LabOutcome.WithoutResult(calibration);
        var file = PlanFiles.Csv(await CalibrationTables.MakeAsync(table, record, calibrations, cancellationToken));
        return TypedResults.File(file.Content, file.ContentType, $"{table}-{calibration}{file.Ending}");
    }
}
