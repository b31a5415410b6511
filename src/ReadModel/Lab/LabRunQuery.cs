using Territory.Contracts.Lab;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Lab;

/// <summary>The runs of the lab and their texts. Whoever may see one region only sees those that use no other live region's terminals.</summary>
public sealed class LabRunQuery(IJournal journal)
{
    /// <summary>All runs, the latest first.</summary>
    /// <param name="only">The one live region that the reader may see; null: all.</param>
    public async Task<IReadOnlyList<LabRunRecord>> ListAsync(RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return
        [
            .. ActorStates.All<LabRunRecord>(snapshot)
                .Where(run => LabScope.Includes(only, run.Start.LiveRegions))
                .OrderByDescending(run => run.Start.At).ThenBy(run => run.Start.Run, StringComparer.Ordinal),
        ];
    }

    /// <summary>Null where the run is unknown or not for the reader to see.</summary>
    public async Task<LabRunRecord?> FindAsync(string run, RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return ActorStates.Find<LabRunRecord>(snapshot, run).State is { } found && LabScope.Includes(only, found.Start.LiveRegions) ? found : null;
    }

    /// <summary>A run with the texts of one kind, in order of their numbers.</summary>
    public async Task<IReadOnlyList<string>> TextsAsync(LabRunRecord run, LabTextKind kind, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var count = kind is LabTextKind.Variant or LabTextKind.Replications ? run.End?.Variants ?? 0 : 1;
        return [.. Enumerable.Range(0, count).Select(number => LabRunTables.Text(snapshot, run.Start.Run, kind, number))];
    }
}
