using Orleans.Concurrency;

namespace Territory.Contracts.Lab;

/// <summary>Answers questions to the expansion lab (拓展实验室) that change nothing; there is one.</summary>
[Alias("territory.ILabGrain")]
public interface ILabGrain : IGrainWithStringKey
{
    const string Key = "lab";

    /// <summary>The JSON schema of a scenario.</summary>
    [Alias("GetSchema")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<LabAnswer> GetSchema(CancellationToken cancellationToken = default);

    [Alias("Check")]
    [AlwaysInterleave]
    [ReadOnly]
    [ResponseTimeout("00:10:00")]
    Task<LabAnswer> Check(CheckLabScenario question, CancellationToken cancellationToken = default);

    /// <summary>The scenario's JSON; nothing is kept.</summary>
    [Alias("Branch")]
    [AlwaysInterleave]
    [ReadOnly]
    [ResponseTimeout("00:10:00")]
    Task<LabAnswer> Branch(BranchLabScenario question, CancellationToken cancellationToken = default);

    /// <summary>The candidates of an expansion by market selection, the best first, without a plan.</summary>
    [Alias("GetScorecard")]
    [AlwaysInterleave]
    [ReadOnly]
    [ResponseTimeout("00:10:00")]
    Task<LabAnswer> GetScorecard(AskExpansion question, CancellationToken cancellationToken = default);

    /// <summary>The live regions by market selection with usual weights, the best first, against a template of the lab.</summary>
    [Alias("GetLiveScorecard")]
    [AlwaysInterleave]
    [ReadOnly]
    [ResponseTimeout("00:10:00")]
    Task<LabAnswer> GetLiveScorecard(AskLiveScorecard question, CancellationToken cancellationToken = default);

    /// <summary>The scenarios of two runs, without their variants, replication by replication.</summary>
    [Alias("Compare")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<LabAnswer> Compare(string left, string right, CancellationToken cancellationToken = default);

    /// <summary>How far each assumption of a run for sensitivity moves its figure.</summary>
    [Alias("GetSensitivity")]
    [AlwaysInterleave]
    [ReadOnly]
    Task<LabAnswer> GetSensitivity(string run, CancellationToken cancellationToken = default);
}
