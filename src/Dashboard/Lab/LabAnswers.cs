using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Dashboard.Hosting;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

public sealed record ScenarioSavedAnswer(string Id, int Version);

/// <param name="Assumptions">What of the scenario the live territory does not know.</param>
public sealed record ScenarioBranchedAnswer(string Id, int Version, JsonElement Assumptions);

/// <summary>One scenario in the list.</summary>
/// <param name="Variants">Besides the scenario itself.</param>
public sealed record ScenarioAnswer(string Id, string Name, int Version, UserId By, DateTimeOffset At, IReadOnlyList<string> Regions, int Days, int Variants)
{
    public static ScenarioAnswer Of(LabScenarioHeader header) =>
        new(header.Id, header.Name, header.Version, header.By, header.At, header.Regions, header.Days, header.Variants);
}

/// <summary>Where in the journal a day began.</summary>
public sealed record PastDayAnswer(DateOnly Day, long Position);

public sealed record ScenarioContentAnswer(string Id, string Name, int Version, UserId By, DateTimeOffset At, JsonElement Scenario);

public sealed record RunStarted(string Run);

/// <summary>A run as it is now.</summary>
/// <param name="Variant">The one that is running: 0 is the scenario itself.</param>
/// <param name="Variants">How many there are with the scenario itself.</param>
/// <param name="Finished">Replications of the variant that is running; of an ended run, of all.</param>
/// <param name="Figures">Of the variant that is running, over its replications so far.</param>
public sealed record LabRunAnswer(
    string Run, string Scenario, string Name, int Version, LabRunState State, UserId By, DateTimeOffset At, int Replications, long Seed, bool Antithetic, double? Within,
    LabSensitivity? Sensitivity, int Variant, int Variants, int Finished, int FailedReplications, double Seconds, string? Error, IReadOnlyList<LabFigure> Figures)
{
    public static LabRunAnswer Of(LabRunRecord record, LabRunProgress progress)
    {
        var (start, settings) = (record.Start, record.Start.Settings);
        return new LabRunAnswer(
            start.Run, start.Scenario, start.Name, start.ScenarioVersion, progress.State, start.By, start.At, settings.Replications, settings.Seed, settings.Antithetic,
            settings.Within, settings.Sensitivity, progress.Variant, start.Variants, progress.Finished, progress.FailedReplications, progress.Seconds, progress.Error,
            progress.Figures);
    }
}

/// <summary>The answers that several addresses of the lab give.</summary>
internal static class LabOutcome
{
    private static readonly string[] Absent = ["lab.scenario-unknown", "lab.run-unknown", "lab.template-unknown", "region.unknown"];

    public static IResult UnknownScenario => Refusal.Unknown("lab.scenario-unknown");

    public static IResult UnknownRun => Refusal.Unknown("lab.run-unknown");

    public static IResult UnknownCalibration => Refusal.Unknown("lab.calibration-unknown");

    /// <summary>It has not ended, or gave nothing.</summary>
    public static IResult WithoutResult(string job) =>
        TypedResults.Conflict(new Refusal("lab.no-result", new Dictionary<string, string>(StringComparer.Ordinal) { ["run"] = job }));

    public static IResult Json(string json) => TypedResults.Text(json, "application/json");

    /// <summary>What a grain made of a question: its JSON, everything wrong with the scenario, or the refusal.</summary>
    public static IResult Of(LabAnswer answer) => answer is { Outcome.Accepted: true, Json: { } json } ? Json(json) : Refused(answer.Outcome, answer.Problems);

    public static IResult Refused(CommandResult outcome, IReadOnlyList<Problem> problems)
    {
        if (problems.Count > 0)
            return RequestProblems.Answer([.. problems.Select(RequestProblem.Of)]);
        return Absent.Contains(outcome.RefusalCode, StringComparer.Ordinal) ? Refusal.Unknown(outcome.RefusalCode!) : Refusal.Of(outcome);
    }
}
