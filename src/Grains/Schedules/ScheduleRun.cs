using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Contracts.Schedules;
using Territory.Grains.Actors;
using Territory.Model.Quantities;
using Territory.Model.Schedules;
using Territory.Optimizer.Solving;

namespace Territory.Grains.Schedules;

/// <summary>One schedule in the making and, once it is made, the schedule. Written by the solver's thread, read by anyone.</summary>
internal sealed class ScheduleRun(CommandHeader header, ScheduleOptions options, TimeProvider time) : IProgress<SolveProgress>
{
    /// <summary>The search counts in hundredths of a minor unit.</summary>
    private const long PartsPerMinorUnit = 100;

    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly long startedAt = time.GetTimestamp();
    private ScheduleProgress progress = new(
        header.Id.ToString(), RunStatus.Waiting, header.Actor, header.At, options, Duration.Zero, Iterations: 0, Cost: null, RefusalCode: null, Detail: null);

    private DeliverySchedule? schedule;

    public ScheduleOptions Options => options;

    /// <summary>Fires when it is to end with its best so far.</summary>
    public CancellationToken Stopping => stopping.Token;

    public ScheduleProgress Progress
    {
        get
        {
            lock (gate)
                return IsOver(progress.Status) ? progress : progress with { Elapsed = ElapsedNow() };
        }
    }

    public DeliverySchedule? Schedule
    {
        get
        {
            lock (gate)
                return schedule;
        }
    }

    public bool HasEnded => IsOver(Progress.Status);

    public void Begin() => Change(now => now with { Status = RunStatus.Running });

    public void Report(SolveProgress value) => Change(now => now with { Iterations = value.Iterations, Cost = new Money(value.RouteCost / PartsPerMinorUnit) });

    public void Stop() => stopping.Cancel();

    public void Complete(DeliverySchedule made)
    {
        lock (gate)
        {
            schedule = made;
            progress = progress with
            {
                Status = RunStatus.Done,
                Elapsed = ElapsedNow(),
                Iterations = made.Iterations,
                Cost = made.TravelCost + made.HoldingCost + made.StockOutCost,
            };
        }
    }

    public void Fail(Refusal refusal) => Change(now => now with { Status = RunStatus.Failed, Elapsed = ElapsedNow(), RefusalCode = refusal.Code, Detail = refusal.Detail });

    private static bool IsOver(RunStatus status) => status is RunStatus.Done or RunStatus.Failed;

    private Duration ElapsedNow() => new((int)time.GetElapsedTime(startedAt).TotalSeconds);

    private void Change(Func<ScheduleProgress, ScheduleProgress> change)
    {
        lock (gate)
            progress = change(progress);
    }
}
