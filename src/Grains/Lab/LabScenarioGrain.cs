using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Journal;
using Territory.ReadModel.Lab;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Lab;

/// <summary>One scenario of the lab, version by version.</summary>
[GrainType("lab-scenario")]
internal sealed class LabScenarioGrain(IJournal journal, LabReader reader) : JournaledActor<LabScenarioState>(journal), ILabScenarioGrain
{
    public async Task<LabScenarioSavedResult> Save(SaveLabScenario command, CancellationToken cancellationToken = default)
    {
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.LabScenario, cancellationToken) is { } first)
            return first;
        if (Check(State, command) is { } refusal)
            return Refused(refusal);
        var reading = await reader.ReadAsync(command.Content, command.Only, cancellationToken);
        if (reading.Scenario is not { Scenario: var scenario })
            return new LabScenarioSavedResult(LabRefusals.Wrong, 0, reading.Problems);
        return await ExecuteAsync(command, state => Decided(state), AnswerForms.LabScenario, cancellationToken);

        Decision<LabScenarioState, LabScenarioSavedResult> Decided(LabScenarioState? state)
        {
            if (Check(state, command) is { } changed)
                return Decision<LabScenarioState, LabScenarioSavedResult>.Refuse(Refused(changed));
            var version = (state?.Header.Version ?? 0) + 1;
            var header = new LabScenarioHeader(
                Id, scenario.Name, version, command.Header.Actor, command.Header.At, [.. scenario.Regions.Select(region => region.Id)], scenario.Days,
                scenario.Variants.Count, reading.LiveRegions);
            return Decision<LabScenarioState, LabScenarioSavedResult>.Accept(
                _ => new LabScenarioSavedResult(CommandResult.Done(0), version, []), new LabScenarioSaved(header, command.Content));
        }
    }

    public Task<CommandResult> Remove(RemoveLabScenario command, CancellationToken cancellationToken = default) => ExecuteAsync(
        command,
        state => state is { Removed: false }
            ? Decide.Accept<LabScenarioState>(new LabScenarioRemoved(command.Header.Actor, command.Header.At))
            : Decide.Refuse<LabScenarioState>(Unknown),
        cancellationToken);

    private Refusal Unknown => Refusal.Of("lab.scenario-unknown", ("scenario", Id));

    private Refusal? Check(LabScenarioState? state, SaveLabScenario command)
    {
        if (state is null != command.BaseVersion is null || state is { Removed: true })
            return Unknown;
        return state is { Header: var header } && header.Version != command.BaseVersion
            ? Refusal.Of("lab.changed-since", ("version", Text(header.Version)), ("by", header.By.Value), ("at", Text(header.At)))
            : null;
    }

    private static LabScenarioSavedResult Refused(Refusal refusal) => new(refusal.ToResult(), 0, []);
}
