using System.Runtime.ExceptionServices;
using Google.OrTools.ConstraintSolver;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.OrTools;

/// <summary>What a running search calls back: tells of better solutions, and ends it when the time is up, the caller cancels or a call back fails.</summary>
/// <remarks>
/// An exception must not leave a call from native code, which would end the process: the first one is kept, ends the search and is thrown when the search has returned.
/// The wrapper of a limit keeps no reference to what the limit calls, so this object does, and the solver keeps this object. The clock is the caller's: OR-Tools' own
/// limit is wall time, which is another limit where the caller's clock counts something else.
/// </remarks>
internal sealed class OrToolsWatch
{
    /// <summary>The limit is polled once for each neighbour, and the processor clock costs a system call.</summary>
    private const int PollsPerReading = 32;

    private readonly OrToolsModel model;
    private readonly SolveOptions options;
    private readonly TimeProvider time;
    private readonly IProgress<SolveProgress>? progress;
    private readonly CancellationToken cancellationToken;
    private readonly long start;
    private readonly VoidToVoid atSolution;
    private readonly VoidToBoolean isOver;
    private readonly List<SolveProgress> trace = [];
    private ExceptionDispatchInfo? failure;
    private int polls;

    public OrToolsWatch(OrToolsModel model, SolveOptions options, TimeProvider time, long start, IProgress<SolveProgress>? progress, CancellationToken cancellationToken)
    {
        (this.model, this.options, this.time, this.start, this.progress, this.cancellationToken) = (model, options, time, start, progress, cancellationToken);
        atSolution = () => Guard(Report);
        isOver = IsOver;
        model.Routing.AddAtSolutionCallback(atSolution);
        model.Routing.AddSearchMonitor(model.Routing.solver().MakeCustomLimit(isOver));
    }

    public long Solutions { get; private set; }

    public IReadOnlyList<SolveProgress> Trace => trace;

    /// <summary>Throws what was thrown where OR-Tools called back, as if it had not been between.</summary>
    public void ThrowFailure()
    {
        GC.KeepAlive(atSolution);
        GC.KeepAlive(isOver);
        failure?.Throw();
    }

    private void Report()
    {
        Solutions++;
        if (model.CurrentCost() is var cost && (trace.Count == 0 || cost < trace[^1].Cost))
        {
            trace.Add(new SolveProgress(time.GetElapsedTime(start), Solutions, cost, model.CountUnserved()) { LeftOutCost = model.LeftOutCost() });
            progress?.Report(trace[^1]);
        }
    }

    private bool IsOver()
    {
        if (failure is not null || cancellationToken.IsCancellationRequested)
            return true;
        // The first call of a process loads the native library; a short limit that ends there must still have its first solution.
        if (Solutions == 0 || options.TimeLimit is not { } limit || polls++ % PollsPerReading != 0)
            return false;
        var isLate = false;
        Guard(() => isLate = time.GetElapsedTime(start) >= limit);
        if (isLate)
            model.Routing.CancelSearch();
        return isLate || failure is not null;
    }

    private void Guard(Action action)
    {
        try
        {
            action();
        }
#pragma warning disable CA1031 // Whatever it is, native code must not see it; it is thrown again when the search has returned.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            failure ??= ExceptionDispatchInfo.Capture(exception);
            model.Routing.CancelSearch();
        }
    }
}
