namespace Territory.Simulation.Lab.Statistics;

/// <summary>What is finished, in whatever order it comes, and after which replication the plan ends, decided in the order of their numbers.</summary>
internal sealed class ReplicationLedger(ReplicationPlan plan, IProgress<ReplicationProgress>? progress)
{
    private readonly Lock gate = new();
    private readonly Replication?[] finished = new Replication?[plan.Replications];
    private readonly FailedReplication?[] failed = new FailedReplication?[plan.Replications];
    private readonly RunningMoments[] running = new RunningMoments[plan.Figures.Count];
    private int failures;
    private int complete;
    private int decided;
    private int? ending;
    private ReplicationEnd end = ReplicationEnd.Complete;

    /// <returns>Whether the plan has ended.</returns>
    public bool Add(Replication replication)
    {
        lock (gate)
        {
            finished[replication.Number] = replication;
            for (var figure = 0; figure < running.Length; figure++)
                running[figure].Add(replication.Figures[figure]);
            return Advance_NeedsLock();
        }
    }

    /// <inheritdoc cref="Add(Replication)"/>
    public bool Add(FailedReplication replication)
    {
        lock (gate)
        {
            failed[replication.Number] = replication;
            failures++;
            return Advance_NeedsLock();
        }
    }

    public ReplicationResult Close()
    {
        lock (gate)
        {
            var kept = ending ?? plan.Replications;
            if (ending is null && complete < plan.Replications)
                end = ReplicationEnd.Cancelled;
            return new ReplicationResult(
                plan, [.. finished.Take(kept).OfType<Replication>()], [.. failed.Take(kept).OfType<FailedReplication>()], end);
        }
    }

    private bool Advance_NeedsLock()
    {
        // What finishes after the end was decided is dropped, and does not show either.
        if (ending is not null)
            return true;
        while (complete < plan.Replications && (finished[complete] is not null || failed[complete] is not null))
            complete++;
        for (; ending is null && decided + ReplicationPlan.Batch <= complete; decided += ReplicationPlan.Batch)
            Decide_NeedsLock(decided + ReplicationPlan.Batch);
        Report_NeedsLock();
        return ending is not null;
    }

    private void Decide_NeedsLock(int count)
    {
        var good = finished.Take(count).OfType<Replication>().ToArray();
        if (good.Length == 0)
            (ending, end) = (count, ReplicationEnd.Failed);
        else if (plan.Stopping is { } stopping && stopping.IsReached(good.Length, IntervalOf))
            (ending, end) = (count, ReplicationEnd.Precise);

        ConfidenceInterval IntervalOf(int figure) =>
            ConfidenceInterval.Of([.. good.Select(replication => replication.Figures[figure])], plan.Confidence);
    }

    /// <summary>Under the lock, so that counts only grow; who listens must not wait for the run.</summary>
    private void Report_NeedsLock()
    {
        if (progress is null)
            return;
        var intervals = running.Select(moments => moments.Count < 2
            ? new ConfidenceInterval(moments.Count == 0 ? double.NaN : moments.Mean, double.PositiveInfinity, 0, moments.Count, plan.Confidence)
            : ConfidenceInterval.Of(moments.Mean, moments.StandardDeviation, moments.Count, plan.Confidence)).ToArray();
        progress.Report(new ReplicationProgress(intervals[0].Count, failures, plan.Replications, intervals));
    }
}
