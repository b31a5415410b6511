using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Schedules;
using Territory.Grains.Actors;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.ReadModel.Schedules;

namespace Territory.Grains.Schedules;

/// <summary>A distributor's schedules: each run's start, end and result are on record, and between them it goes on in <see cref="ScheduleRuns"/>.</summary>
[GrainType("delivery-schedule")]
internal sealed class DeliveryScheduleGrain(IJournal journal, ScheduleRuns runs)
    : JournaledActor<DeliveryScheduleState>(journal), IDeliveryScheduleGrain, IDeliveryScheduleRecordGrain
{
    private const string Interrupted = "run.interrupted";

    private DistributorId Distributor => new(Id);

    public async Task<ScheduleRunResult> Start(StartSchedule command, CancellationToken cancellationToken = default)
    {
        // A retry starts no other.
        if (await FirstAnswerAsync(command.Header.Id, AnswerForms.Command, cancellationToken) is { } first)
            return new ScheduleRunResult(first, State?.Find(command.Header.Id.ToString()) is { } known ? ProgressOf(known) : null);
        if ((ScheduleChecks.Check(command.Options) ?? runs.CheckRoom(Distributor)) is { } refusal)
            return new ScheduleRunResult(refusal.ToResult(), null);
        // On record before it goes on, so that a restart does not take it away without a word.
        var outcome = await ExecuteAsync(command, _ => ScheduleDecisions.Start(command), cancellationToken);
        return new ScheduleRunResult(outcome, runs.Start(command.Header, Distributor, command.Options).Progress);
    }

    public Task<CommandResult> Stop(StopSchedule command, CancellationToken cancellationToken = default)
    {
        // One that has ended is left as it is.
        runs.Find(Distributor, command.Run)?.Stop();
        return Task.FromResult(State?.Find(command.Run) is null ? ScheduleDecisions.Unknown(command.Run).ToResult() : CommandResult.Done(0));
    }

    public Task<CommandResult> RecordSchedule(RecordSchedule command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => ScheduleDecisions.Record(state, command), cancellationToken);

    public Task<CommandResult> RecordFailure(RecordScheduleFailure command, CancellationToken cancellationToken = default) =>
        ExecuteAsync(command, state => ScheduleDecisions.Record(state, command), cancellationToken);

    public Task<ScheduleRunList> GetRuns(CancellationToken cancellationToken = default) =>
        Task.FromResult(new ScheduleRunList([.. (State?.Runs ?? []).Select(ProgressOf)]));

    public async Task<DeliveryScheduleResult> GetSchedule(string run, CancellationToken cancellationToken = default)
    {
        if (State?.Find(run) is not { } record)
            return Without(ScheduleDecisions.Unknown(run));
        var progress = ProgressOf(record);
        if (progress.Status == RunStatus.Failed)
            return Without(new Refusal(progress.RefusalCode!, progress.Detail ?? new Dictionary<string, string>()));
        if (progress.Status != RunStatus.Done)
            return Without(Refusal.Of("schedule.not-done", ("run", run)));
        // A later run may have pushed it off the list meanwhile.
        return await DeliverySchedules.FindAsync(Journal, Distributor, run, cancellationToken) is { } schedule
            ? new DeliveryScheduleResult(CommandResult.Done(0), schedule)
            : Without(ScheduleDecisions.Unknown(run));
    }

    private static DeliveryScheduleResult Without(Refusal refusal) => new(refusal.ToResult(), null);

    /// <summary>A run without an end on record that this process knows nothing of was interrupted. In this order: it is forgotten after its end is on record.</summary>
    private ScheduleProgress ProgressOf(ScheduleRecord record)
    {
        var (start, end) = record;
        if (end is null && runs.Find(Distributor, start.Run) is { } going)
            return going.Progress;
        return new ScheduleProgress(
            start.Run, end is { RefusalCode: null } ? RunStatus.Done : RunStatus.Failed, start.By, start.At, start.Options, end?.Elapsed ?? Duration.Zero,
            end?.Iterations ?? 0, end?.Cost, end is null ? Interrupted : end.RefusalCode, end?.Detail);
    }
}
