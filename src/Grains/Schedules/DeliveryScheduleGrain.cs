using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Schedules;
using Territory.Grains.Actors;
using Territory.Model.Ids;

namespace Territory.Grains.Schedules;

/// <summary>Where a distributor's schedules are asked for; it decides what may start and keeps nothing itself.</summary>
[GrainType("delivery-schedule")]
internal sealed class DeliveryScheduleGrain(ScheduleRuns runs) : Grain, IDeliveryScheduleGrain
{
    private DistributorId Distributor => new(this.GetPrimaryKeyString());

    public Task<ScheduleRunResult> Start(StartSchedule command, CancellationToken cancellationToken = default)
    {
        // A retry starts no other.
        if (runs.Find(Distributor, command.Header.Id.ToString()) is { } known)
            return Task.FromResult(new ScheduleRunResult(CommandResult.Done(0), known.Progress));
        if (ScheduleChecks.Check(command.Options) is { } unusable)
            return Task.FromResult(new ScheduleRunResult(unusable.ToResult(), null));
        var (run, refusal) = runs.Start(command.Header, Distributor, command.Options);
        return Task.FromResult(new ScheduleRunResult(refusal?.ToResult() ?? CommandResult.Done(0), run?.Progress));
    }

    public Task<CommandResult> Stop(StopSchedule command, CancellationToken cancellationToken = default)
    {
        if (runs.Find(Distributor, command.Run) is not { } run)
            return Task.FromResult(Unknown(command.Run).ToResult());
        run.Stop();
        return Task.FromResult(CommandResult.Done(0));
    }

    public Task<ScheduleRunList> GetRuns(CancellationToken cancellationToken = default) =>
        Task.FromResult(new ScheduleRunList([.. runs.Of(Distributor).Select(run => run.Progress)]));

    public Task<DeliveryScheduleResult> GetSchedule(string run, CancellationToken cancellationToken = default)
    {
        if (runs.Find(Distributor, run) is not { } found)
            return Task.FromResult(new DeliveryScheduleResult(Unknown(run).ToResult(), null));
        if (found.Schedule is { } schedule)
            return Task.FromResult(new DeliveryScheduleResult(CommandResult.Done(0), schedule));
        var progress = found.Progress;
        var refusal = progress.Status == RunStatus.Failed
            ? new Refusal(progress.RefusalCode!, progress.Detail ?? new Dictionary<string, string>())
            : Refusal.Of("schedule.not-done", ("run", run));
        return Task.FromResult(new DeliveryScheduleResult(refusal.ToResult(), null));
    }

    private static Refusal Unknown(string run) => Refusal.Of("run.unknown", ("run", run));
}
