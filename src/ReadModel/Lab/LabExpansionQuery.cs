using Territory.Contracts.Lab;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Lab;

/// <summary>The searches for plans of waves. Whoever may see one region only sees those that use no other live region's terminals.</summary>
public sealed class LabExpansionQuery(IJournal journal)
{
    /// <summary>All of them, the latest first.</summary>
    /// <param name="only">The one live region that the reader may see; null: all.</param>
    public async Task<IReadOnlyList<LabExpansionRecord>> ListAsync(RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return
        [
            .. ActorStates.All<LabExpansionRecord>(snapshot)
                .Where(expansion => LabScope.Includes(only, expansion.Start.LiveRegions))
                .OrderByDescending(expansion => expansion.Start.At).ThenBy(expansion => expansion.Start.Expansion, StringComparer.Ordinal),
        ];
    }

    /// <summary>Null where it is unknown or not for the reader to see.</summary>
    public async Task<LabExpansionRecord?> FindAsync(string expansion, RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return ActorStates.Find<LabExpansionRecord>(snapshot, expansion).State is { } found && LabScope.Includes(only, found.Start.LiveRegions) ? found : null;
    }

    /// <summary>What a search was asked, or the plan that it gave; empty where it gave none.</summary>
    public async Task<string> TextAsync(LabExpansionRecord expansion, LabTextKind kind, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return LabRunTables.Text(snapshot, expansion.Start.Expansion, kind, number: 0);
    }
}
