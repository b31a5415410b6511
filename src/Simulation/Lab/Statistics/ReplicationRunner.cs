namespace Territory.Simulation.Lab.Statistics;

/// <summary>Runs the replications of a plan on several threads.</summary>
/// <remarks>
/// Algorithm: each thread takes the next number; replications run ahead of the decision to stop, which looks at the finished ones in the order of their
/// numbers, and what ran past the end is dropped. So no thread waits for a batch, and the result is a function of (model, plan) alone.
/// A replication that throws, or whose figures are not finite, is kept as failed and the others go on.
/// </remarks>
public static class ReplicationRunner
{
    /// <param name="progress">Told after each replication, one at a time; it must not wait for the run.</param>
    /// <param name="cancellationToken">Ends the run with what has finished; nothing is thrown.</param>
    /// <exception cref="ArgumentException">The plan is out of range.</exception>
    public static ReplicationResult Run(
        ReplicationModel model, ReplicationPlan plan, IProgress<ReplicationProgress>? progress, CancellationToken cancellationToken)
    {
        plan.Validate();
        var ledger = new ReplicationLedger(plan, progress);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var taken = -1;
        Parallel.For(0, plan.Threads, new ParallelOptions { MaxDegreeOfParallelism = plan.Threads }, _ =>
        {
            while (!stop.IsCancellationRequested && Interlocked.Increment(ref taken) is var number && number < plan.Replications)
            {
                if (RunOne(model, plan, number, ledger, stop.Token))
                    stop.Cancel();
            }
        });
        return ledger.Close();
    }

    /// <returns>Whether the plan has ended.</returns>
    private static bool RunOne(ReplicationModel model, ReplicationPlan plan, int number, ReplicationLedger ledger, CancellationToken stop)
    {
        var seed = ReplicationSeeds.Of(plan.Seed, number);
        var antithetic = false;
        try
        {
            var figures = Checked(model(seed, antithetic, stop), plan);
            if (plan.Antithetic)
            {
                antithetic = true;
                var others = Checked(model(seed, antithetic, stop), plan);
                figures = [.. figures.Zip(others, (one, other) => 0.5 * (one + other))];
            }

            return ledger.Add(new Replication(number, seed, figures));
        }
        catch (OperationCanceledException) when (stop.IsCancellationRequested)
        {
            return false;
        }
        catch (Exception exception)
        {
            return ledger.Add(new FailedReplication(number, seed, antithetic, $"{exception.GetType().Name}: {exception.Message}"));
        }
    }

    private static double[] Checked(double[] figures, ReplicationPlan plan)
    {
        if (figures.Length != plan.Figures.Count)
            throw new InvalidOperationException($"The plan names {plan.Figures.Count} figures; the model gave {figures.Length}.");
        for (var figure = 0; figure < figures.Length; figure++)
        {
            if (!double.IsFinite(figures[figure]))
                throw new InvalidOperationException($"The figure {plan.Figures[figure]} is {figures[figure]}, not a finite number.");
        }

        return figures;
    }
}
