using System.Text.Json;
using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Lab.Jobs;
using Territory.Journal;
using Territory.ReadModel.Lab;
using Territory.Simulation.Expansion.Waves;
using static Territory.Grains.Actors.Figures;

namespace Territory.Grains.Lab.Expansions;

/// <summary>One search for a plan of waves: its start and its end are on record, and between them it goes on in <see cref="LabJobs"/>.</summary>
[GrainType("lab-expansion")]
internal sealed class LabExpansionGrain(IJournal journal, ExpansionReader reader, LabJobs jobs, TimeProvider time)
    : JournaledActor<LabExpansionRecord>(journal), ILabExpansionGrain, ILabExpansionRecordGrain
{
    private const long MostIterations = 1_000_000;

    public async Task<LabAnswer> Start(StartLabExpansion command, CancellationToken cancellationToken = default)
    {
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.Command, cancellationToken) is { } first)
            return LabAnswer.Refused(first);
        if (command.Iterations is < 1 or > MostIterations)
            return LabAnswer.Refused(Refusal.Of("lab.iterations", ("iterations", Text(command.Iterations)), ("most", Text(MostIterations))).ToResult());
        var reading = await reader.PrepareAsync(command.Asked, command.Seed, jobs.Threads, cancellationToken);
        if (reading.Ready is not { } prepared)
            return LabAnswer.Refused(LabRefusals.Wrong, reading.Problems);

        var scenario = reading.Scenario!;
        var search = new ExpansionSearch(
            Id, command.Header, scenario, prepared, new SearchLimits(command.Seed, command.Iterations), GrainFactory.GetGrain<ILabExpansionRecordGrain>(Id), time);
        if (!jobs.TryAdd(search))
            return LabAnswer.Refused(LabRefusals.TooManyJobs);
        var isBegun = false;
        try
        {
            var started = new LabExpansionStarted(
                Id, scenario.Name, scenario.Regions.Count, JsonNamingPolicy.CamelCase.ConvertName(scenario.Objective.Goal.ToString()), command.Seed, command.Iterations,
                reading.LiveRegions, command.Header.Actor, command.Header.At);
            var texts = LabTexts.Pieces(LabTextKind.Scenario, 0, command.Asked.Content).ToList();
            var outcome = await ExecuteAsync(
                command,
                record => record is null
                    ? Decide.Accept<LabExpansionRecord>([started, .. texts])
                    : Decide.Refuse<LabExpansionRecord>(Refusal.Of("lab.run-begun", ("run", Id))),
                cancellationToken);
            isBegun = outcome.Accepted;
            return LabAnswer.Refused(outcome);
        }
        finally
        {
            if (isBegun)
                jobs.Begin(search);
            else
                jobs.Forget(search);
        }
    }

    public Task<CommandResult> Stop(StopLabExpansion command, CancellationToken cancellationToken = default)
    {
        jobs.Find<ExpansionSearch>(Id)?.Stop();
        return Task.FromResult(State is null ? Refusal.Of("lab.expansion-unknown", ("expansion", Id)).ToResult() : CommandResult.Done(0));
    }

    public Task<LabExpansionProgress?> GetProgress(CancellationToken cancellationToken = default)
    {
        if (State is { End: null } && jobs.Find<ExpansionSearch>(Id) is { } going)
            return Task.FromResult<LabExpansionProgress?>(going.Progress);
        return Task.FromResult(State is { } record ? Ended(record) : null);
    }

    public Task<CommandResult> RecordText(RecordLabText command, CancellationToken cancellationToken = default) => RecordAsync(command, command.Text, cancellationToken);

    public Task<CommandResult> RecordEnd(RecordExpansionEnd command, CancellationToken cancellationToken = default) => RecordAsync(command, command.End, cancellationToken);

    private Task<CommandResult> RecordAsync(ICommand command, IEvent happened, CancellationToken cancellationToken) => ExecuteAsync(
        command,
        record => record is { End: null } ? Decide.Accept<LabExpansionRecord>(happened) : Decide.Refuse<LabExpansionRecord>(Refusal.Of("lab.run-ended")),
        cancellationToken);

    private static LabExpansionProgress Ended(LabExpansionRecord record) => record.End is not { } end
        ? new LabExpansionProgress(LabRunState.Interrupted, 0, null, 0, null)
        : new LabExpansionProgress(
            LabJobStates.Of(end.End), end.Iterations, end.Objective, end.Seconds, end.Error);
}
