using Microsoft.AspNetCore.Http;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Dashboard.People;
using Territory.Model.Ids;
using Territory.ReadModel.Lab;

namespace Territory.Dashboard.Lab;

/// <summary>Finds what of the lab a person may see and use: whoever has one region, nothing of another live region's terminals.</summary>
public sealed class LabDesk(LabScenarioQuery scenarios, LabRunQuery runs, IGrainFactory grains, TimeProvider time)
{
    public LabScenarioQuery Scenarios => scenarios;

    public LabRunQuery Runs => runs;

    public ILabGrain Lab => grains.GetGrain<ILabGrain>(ILabGrain.Key);

    /// <summary>The one live region whose terminals a person may use; null: any.</summary>
    public static RegionId? OnlyOf(PersonFacts person) => person.Region;

    public ILabScenarioGrain Scenario(string id) => grains.GetGrain<ILabScenarioGrain>(id);

    public ILabRunGrain Run(string run) => grains.GetGrain<ILabRunGrain>(run);

    public ILabExpansionGrain Expansion(string expansion) => grains.GetGrain<ILabExpansionGrain>(expansion);

    public ILabCalibrationGrain Calibration(string calibration) => grains.GetGrain<ILabCalibrationGrain>(calibration);

    public CommandHeader Header(CommandId command, PersonFacts person) => new(command, person.User, time.GetUtcNow());

    /// <summary>Keeps a scenario as a new one or as the next version of one.</summary>
    public async Task<IResult> KeepAsync(string id, CommandId command, int? baseVersion, string content, PersonFacts person, CancellationToken cancellationToken)
    {
        var saved = await Scenario(id).Save(new SaveLabScenario(Header(command, person), baseVersion, content, OnlyOf(person)), cancellationToken);
        return saved.Outcome.Accepted ? TypedResults.Ok(new ScenarioSavedAnswer(id, saved.Version)) : LabOutcome.Refused(saved.Outcome, saved.Problems);
    }

    /// <summary>A calibration as it is now.</summary>
    public async Task<CalibrationAnswer> NowAsync(LabCalibrationRecord calibration, CancellationToken cancellationToken) => CalibrationAnswer.Of(
        calibration,
        await Calibration(calibration.Start.Calibration).GetProgress(cancellationToken)
            ?? throw new InvalidOperationException($"Calibration {calibration.Start.Calibration} is on record but has no actor."));

    /// <summary>A search for a plan as it is now.</summary>
    public async Task<ExpansionAnswer> NowAsync(LabExpansionRecord expansion, CancellationToken cancellationToken) => ExpansionAnswer.Of(
        expansion.Start,
        await Expansion(expansion.Start.Expansion).GetProgress(cancellationToken)
            ?? throw new InvalidOperationException($"Expansion {expansion.Start.Expansion} is on record but has no actor."));

    /// <summary>A run as it is now.</summary>
    public async Task<LabRunAnswer> NowAsync(LabRunRecord run, CancellationToken cancellationToken) =>
        LabRunAnswer.Of(run, await Run(run.Start.Run).GetProgress(cancellationToken) ?? throw new InvalidOperationException($"Run {run.Start.Run} is on record but has no actor."));
}
