using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Lab.Jobs;
using Territory.Journal;
using Territory.ReadModel.Lab;

namespace Territory.Grains.Lab.Runs;

/// <summary>One run of a scenario: its start and its end are on record, and between them it goes on in <see cref="LabJobs"/>.</summary>
[GrainType("lab-run")]
internal sealed class LabRunGrain(IJournal journal, LabReader reader, LabJobs jobs, TimeProvider time) : JournaledActor<LabRunRecord>(journal), ILabRunGrain, ILabRunRecordGrain
{
    public async Task<LabAnswer> Start(StartLabRun command, CancellationToken cancellationToken = default)
    {
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.Command, cancellationToken) is { } first)
            return LabAnswer.Refused(first);
        if (RunDecisions.Check(command.Settings) is { } senseless)
            return LabAnswer.Refused(senseless.ToResult());
        var content = command.Settings.Sensitivity is { } asked ? SensitivityScenario.Of(command.Content, asked) : command.Content;
        var reading = await reader.ReadAsync(content, command.Only, cancellationToken);
        if (reading.Scenario is not { } scenario)
            return LabAnswer.Refused(LabRefusals.Wrong, reading.Problems);
        if (RunDecisions.Check(command.Settings, scenario) is { } refusal)
            return LabAnswer.Refused(refusal.ToResult());

        var run = new LabRun(Id, command.Header, scenario, command.Settings, GrainFactory.GetGrain<ILabRunRecordGrain>(Id), time);
        if (!jobs.TryAdd(run))
            return LabAnswer.Refused(LabRefusals.TooManyJobs);
        var outcome = await BeginAsync(run, command, reading, cancellationToken);
        return LabAnswer.Refused(outcome);
    }

    public Task<CommandResult> Stop(StopLabRun command, CancellationToken cancellationToken = default)
    {
        // One that has ended is left as it is.
        jobs.Find<LabRun>(Id)?.Stop();
        return Task.FromResult(State is null ? LabRefusals.UnknownRun(Id).ToResult() : CommandResult.Done(0));
    }

    public Task<LabRunProgress?> GetProgress(CancellationToken cancellationToken = default)
    {
        // In this order: a run leaves the list after its end is on record.
        if (State is { End: null } && jobs.Find<LabRun>(Id) is { } going)
            return Task.FromResult<LabRunProgress?>(going.Progress);
        return Task.FromResult(State is { } record ? Ended(record) : null);
    }

    public Task<CommandResult> RecordText(RecordLabText command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, record => RunDecisions.Record(record, command.Text), cancellationToken);

    public Task<CommandResult> RecordEnd(RecordLabEnd command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, record => RunDecisions.Record(record, command.End), cancellationToken);

    private async Task<CommandResult> BeginAsync(LabRun run, StartLabRun command, LabReading reading, CancellationToken cancellationToken)
    {
        var isBegun = false;
        try
        {
            var started = new LabRunStarted(
                Id, command.Scenario, command.ScenarioVersion, run.Scenario.Scenario.Name, run.Scenario.Variants.Count + 1, command.Settings, reading.LiveRegions,
                command.Header.Actor, command.Header.At);
            var texts = LabTexts.Pieces(LabTextKind.Scenario, 0, reading.Fixed)
                .Concat(LabTexts.Pieces(LabTextKind.Inputs, 0, ScenarioInputs.Of(run.Scenario).ToJsonString())).ToList();
            var outcome = await ExecuteAsync(command, record => RunDecisions.Start(record, started, texts), cancellationToken);
            isBegun = outcome.Accepted;
            return outcome;
        }
        finally
        {
            if (isBegun)
                jobs.Begin(run);
            else
                jobs.Forget(run);
        }
    }

    private static LabRunProgress Ended(LabRunRecord record) => record.End is not { } end
        ? new LabRunProgress(LabRunState.Interrupted, 0, 0, 0, 0, null, [])
        : new LabRunProgress(
            LabJobStates.Of(end.End),
            Math.Max(0, end.Variants - 1), end.Finished, end.FailedReplications, end.Seconds, end.Error, []);
}
