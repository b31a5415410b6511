using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Schedules;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Optimizer.Solving;

namespace Territory.Grains.Schedules;

/// <summary>One schedule in the making. Written by the solver's thread, read by anyone.</summary>
internal sealed class ScheduleRun(CommandHeader header, DistributorId distributor, ScheduleOptions options, TimeProvider time) : IProgress<SolveProgress>
{
    /// <summary>The search counts in hundredths of a minor unit.</summary>
    private const long PartsPerMinorUnit = 100;

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly long startedAt = time.GetTimestamp();
    private ScheduleProgress progress = new(
        header.Id.ToString(), RunStatus.Waiting, header.Actor, header.At, options, Duration.Zero, Iterations: 0, Cost: null, RefusalCode: null, Detail: null);

    public string Id { get; } = header.Id.ToString();

    public CommandHeader Header => header;

    public DistributorId Distributor => distributor;

    public ScheduleOptions Options => options;

    /// <summary>Fires when it is to end with its best so far.</summary>
    public CancellationToken Stopping => stopping.Token;

    public ScheduleProgress Progress
    {
        get
        {
            lock (gate)
                return progress with { Elapsed = new Duration((int)time.GetElapsedTime(startedAt).TotalSeconds) };
        }
    }

    public void Begin() => Change(now => now with { Status = RunStatus.Running });

    public void Report(SolveProgress value) => Change(now => now with { Iterations = value.Iterations, Cost = new Money(value.RouteCost / PartsPerMinorUnit) });

    public void Stop() => stopping.Cancel();

    private void Change(Func<ScheduleProgress, ScheduleProgress> change)
    {
        lock (gate)
            progress = change(progress);
    }
}
