using Territory.Contracts;
using Territory.Contracts.Plans;
using Territory.Grains.Actors;
using Territory.Model.Dispatch;
using Territory.Model.Ids;
using Territory.Model.Plans;
using Territory.Model.Quantities;
using Territory.Optimizer.Solving;

namespace Territory.Grains.Plans;

/// <summary>One re-optimisation from its start to its end. Written by the solver's thread, read by anyone.</summary>
internal sealed class DispatchRun(CommandHeader header, string plan, DeliveryPlan basePlan, RunOptions options, KeptDay day, TimeProvider time) : IProgress<SolveProgress>
{
    private readonly Lock gate = new();
    private readonly CancellationTokenSource stopping = new();
    private readonly long startedAt = time.GetTimestamp();
    private RunProgress progress = new(
        IdOf(header.Id), RunStatus.Waiting, header.Actor, basePlan.Version, options, Duration.Zero, Iterations: 0, Cost: null, Unserved: null, Version: null, RefusalCode: null);

    /// <summary>The id of the run that a command starts: the same for a retry of it.</summary>
    public static string IdOf(CommandId start) => start.ToString();

    /// <summary>The id of the command by which the result of a run is recorded.</summary>
    public static CommandId ResultOf(CommandId start) => FurtherCommandId.Derive(start, 1);

    /// <summary>The id of the command by which its end without a result is recorded.</summary>
    public static CommandId EndOf(CommandId start) => FurtherCommandId.Derive(start, 2);

    /// <summary>A run of which nothing but its result is left.</summary>
    public static RunProgress EndedWith(StartRun start, DeliveryPlan result) => new(
        IdOf(start.Header.Id), RunStatus.Done, start.Header.Actor, start.BaseVersion, start.Options, Duration.Zero, result.Provenance.Iterations, result.Cost,
        result.Unserved.Count, result.Version, RefusalCode: null);

    public CommandHeader Header => header;

    /// <summary>The key of the plan that it re-optimises.</summary>
    public string Plan => plan;

    public DeliveryPlan Base => basePlan;

    public RunOptions Options => options;

    public KeptDay Day => day;

    /// <summary>Fires when it is to end with its best so far.</summary>
    public CancellationToken Stopping => stopping.Token;

    public RunProgress Progress
    {
        get
        {
            lock (gate)
                return progress.Status is RunStatus.Done or RunStatus.Failed ? progress : progress with { Elapsed = ElapsedNow() };
        }
    }

    public void Begin() => Change(now => now with { Status = RunStatus.Running });

    public void Report(SolveProgress value) => Change(now => now with { Iterations = value.Iterations, Unserved = value.Unserved, Cost = MoneyOf(value) });

    public void Stop() => stopping.Cancel();

    /// <summary>Its result is on record.</summary>
    public void Complete(DeliveryPlan result) => Change(now => now with
    {
        Status = RunStatus.Done,
        Elapsed = ElapsedNow(),
        Iterations = result.Provenance.Iterations,
        Cost = result.Cost,
        Unserved = result.Unserved.Count,
        Version = result.Version,
    });

    public void Fail(string code) => Change(now => now with { Status = RunStatus.Failed, Elapsed = ElapsedNow(), RefusalCode = code });

    /// <summary>The moment of its end in the territory's time.</summary>
    public DateTimeOffset EndsAt => header.At + time.GetElapsedTime(startedAt);

    private static Money? MoneyOf(SolveProgress progress) => new Money(progress.RouteCost);

    private Duration ElapsedNow() => new((int)time.GetElapsedTime(startedAt).TotalSeconds);

    private void Change(Func<RunProgress, RunProgress> change)
    {
        lock (gate)
            progress = change(progress);
    }
}
