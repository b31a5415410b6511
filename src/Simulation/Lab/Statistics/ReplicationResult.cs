namespace Territory.Simulation.Lab.Statistics;

/// <summary>What the replications of a scenario gave.</summary>
/// <param name="Finished">In the order of their numbers.</param>
/// <param name="Failed">In the order of their numbers; they are in no interval.</param>
public sealed record ReplicationResult(
    ReplicationPlan Plan, IReadOnlyList<Replication> Finished, IReadOnlyList<FailedReplication> Failed, ReplicationEnd End)
{
    public IReadOnlyList<double> Values(int figure) => [.. Finished.Select(replication => replication.Figures[figure])];

    public ConfidenceInterval Interval(int figure) => ConfidenceInterval.Of(Values(figure), Plan.Confidence);
}
