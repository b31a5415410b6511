using Orleans.Concurrency;

namespace Territory.Contracts.Plans;

/// <summary>The deliveries of one distributor on one day, keyed by <see cref="PlanKey"/>.</summary>
[Alias("territory.IDeliveryPlanGrain")]
public interface IDeliveryPlanGrain : IGrainWithStringKey
{
    [Alias("Propose")]
    [ResponseTimeout("00:10:00")]
    Task<DeliveryPlanResult> Propose(ProposeDeliveryPlan command, CancellationToken cancellationToken = default);

    [Alias("Publish")]
    Task<CommandResult> Publish(PublishPlan command, CancellationToken cancellationToken = default);

    [Alias("Discard")]
    Task<CommandResult> Discard(DiscardPlan command, CancellationToken cancellationToken = default);

    /// <summary>Changes the working plan by hand.</summary>
    [Alias("Edit")]
    Task<DeliveryPlanResult> Edit(EditPlan command, CancellationToken cancellationToken = default);

    [Alias("Undo")]
    Task<DeliveryPlanResult> Undo(UndoEdit command, CancellationToken cancellationToken = default);

    [Alias("Redo")]
    Task<DeliveryPlanResult> Redo(RedoEdit command, CancellationToken cancellationToken = default);

    [Alias("Adopt")]
    Task<DeliveryPlanResult> Adopt(AdoptRoutes command, CancellationToken cancellationToken = default);

    [Alias("NameVersion")]
    Task<CommandResult> NameVersion(NamePlanVersion command, CancellationToken cancellationToken = default);

    [Alias("SplitOrder")]
    Task<DeliveryPlanResult> SplitOrder(SplitPlannedOrder command, CancellationToken cancellationToken = default);

    /// <summary>Starts a re-optimisation and answers at once; it goes on beside the plan.</summary>
    [Alias("StartRun")]
    Task<RunResult> StartRun(StartRun command, CancellationToken cancellationToken = default);

    [Alias("StopRun")]
    [AlwaysInterleave]
    Task<CommandResult> StopRun(StopRun command, CancellationToken cancellationToken = default);

    [Alias("GetSnapshot")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<DeliveryPlanSnapshot> GetSnapshot(CancellationToken cancellationToken = default);

    [Alias("Preview")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<EditPreview> Preview(PreviewEdits query, CancellationToken cancellationToken = default);

    [Alias("PreviewSplit")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<EditPreview> PreviewSplit(PreviewOrderSplit query, CancellationToken cancellationToken = default);

    [Alias("FindOptions")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<StopOptions> FindOptions(FindStopOptions query, CancellationToken cancellationToken = default);

    [Alias("Explain")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<StopExplanationResult> Explain(ExplainStop query, CancellationToken cancellationToken = default);

    [Alias("GetHistory")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<PlanHistory> GetHistory(CancellationToken cancellationToken = default);

    /// <summary>Any version, as it is now: also one that was discarded or set aside.</summary>
    [Alias("GetVersion")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<DeliveryPlanResult> GetVersion(int version, CancellationToken cancellationToken = default);

    [Alias("Compare")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<PlanComparison> Compare(int left, int right, CancellationToken cancellationToken = default);

    [Alias("GetRuns")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<RunList> GetRuns(CancellationToken cancellationToken = default);

    /// <summary>Null: no such run goes on, or has ended lately.</summary>
    [Alias("GetRun")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<RunProgress?> GetRun(string run, CancellationToken cancellationToken = default);
}
