using Territory.Contracts;
using Territory.Contracts.Lab;
using Territory.Grains.Actors;
using Territory.Grains.Lab.Jobs;
using Territory.Journal;
using Territory.ReadModel.Lab;

namespace Territory.Grains.Lab.Calibrations;

/// <summary>One calibration: its start and its end are on record, and between them it goes on in <see cref="LabJobs"/>.</summary>
[GrainType("lab-calibration")]
internal sealed class LabCalibrationGrain(IJournal journal, FitReader reader, LabJobs jobs, TimeProvider time)
    : JournaledActor<LabCalibrationRecord>(journal), ILabCalibrationGrain, ILabCalibrationRecordGrain
{
    public async Task<LabAnswer> Start(StartLabCalibration command, CancellationToken cancellationToken = default)
    {
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.Command, cancellationToken) is { } first)
            return LabAnswer.Refused(first);
        if (CalibrationDecisions.Check(command) is { } senseless)
            return LabAnswer.Refused(senseless.ToResult());
        var reading = await reader.ReadAsync(command, jobs.Threads, cancellationToken);
        if (reading.Prepared is not { } prepared)
            return LabAnswer.Refused(LabRefusals.Wrong, reading.Problems);

        var job = new LabCalibration(Id, command.Header, prepared, GrainFactory.GetGrain<ILabCalibrationRecordGrain>(Id), time);
        if (!jobs.TryAdd(job))
            return LabAnswer.Refused(LabRefusals.TooManyJobs);
        return LabAnswer.Refused(await BeginAsync(job, command, prepared, reading, cancellationToken));
    }

    public Task<CommandResult> Stop(StopLabCalibration command, CancellationToken cancellationToken = default)
    {
        // One that has ended is left as it is.
        jobs.Find<LabCalibration>(Id)?.Stop();
        return Task.FromResult(State is null ? LabRefusals.UnknownCalibration(Id).ToResult() : CommandResult.Done(0));
    }

    public Task<LabCalibrationProgress?> GetProgress(CancellationToken cancellationToken = default)
    {
        // In this order: a job leaves the list after its end is on record.
        if (State is { End: null } && jobs.Find<LabCalibration>(Id) is { } going)
            return Task.FromResult<LabCalibrationProgress?>(going.Progress);
        return Task.FromResult(State is { } record ? Ended(record) : null);
    }

    public Task<CommandResult> RecordText(RecordLabText command, CancellationToken cancellationToken = default) => RecordAsync(command, command.Text, cancellationToken);

    public Task<CommandResult> RecordEnd(RecordCalibrationEnd command, CancellationToken cancellationToken = default) => RecordAsync(command, command.End, cancellationToken);

    private async Task<CommandResult> BeginAsync(LabCalibration job, StartLabCalibration command, PreparedFit prepared, FitReading reading, CancellationToken cancellationToken)
    {
        var isBegun = false;
        try
        {
            var scenario = prepared.Parameters.Read.Scenario;
            var started = new LabCalibrationStarted(
                Id, command.Scenario, command.ScenarioVersion, scenario.Name, command.Settings, command.IsLive || command.History is null, reading.Deliveries.Count, reading.LiveRegions,
                command.Header.Actor, command.Header.At);
            var texts = LabTexts.Pieces(LabTextKind.Scenario, 0, LivePositions.Fix(command.Content, prepared.Position))
                .Concat(LabTexts.Pieces(LabTextKind.History, 0, HistoryText.Write(reading.Deliveries))).ToList();
            var outcome = await ExecuteAsync(
                command,
                record => record is null
                    ? Decide.Accept<LabCalibrationRecord>([started, .. texts])
                    : Decide.Refuse<LabCalibrationRecord>(Refusal.Of("lab.run-begun", ("run", Id))),
                cancellationToken);
            isBegun = outcome.Accepted;
            return outcome;
        }
        finally
        {
            if (isBegun)
                jobs.Begin(job);
            else
                jobs.Forget(job);
        }
    }

    private Task<CommandResult> RecordAsync(ICommand command, IEvent happened, CancellationToken cancellationToken) => ExecuteAsync(
        command,
        record => record is { End: null } ? Decide.Accept<LabCalibrationRecord>(happened) : Decide.Refuse<LabCalibrationRecord>(Refusal.Of("lab.run-ended")),
        cancellationToken);

    private static LabCalibrationProgress Ended(LabCalibrationRecord record) => record.End is not { } end
        ? new LabCalibrationProgress(LabRunState.Interrupted, false, 0, [], 0, null)
        : new LabCalibrationProgress(LabJobStates.Of(end.End), end.HasFit, end.Runs, end.Populations, end.Seconds, end.Error);
}
