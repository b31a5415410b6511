using Territory.Contracts.Lab;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Lab;

/// <summary>The market censuses that are kept. They hold no live region's terminals, and so are for everyone who uses the lab.</summary>
public sealed class LabCensusQuery(IJournal journal)
{
    /// <summary>All of them, the latest first.</summary>
    public async Task<IReadOnlyList<LabCensusKept>> ListAsync(CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return
        [
            .. ActorStates.All<LabCensusState>(snapshot).Select(state => state.Header)
                .OrderByDescending(census => census.At).ThenBy(census => census.Census, StringComparer.Ordinal),
        ];
    }

    /// <summary>The text; null where no census has this hash.</summary>
    public async Task<string?> TextAsync(string census, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return Text(snapshot, census);
    }

    /// <summary>The text; null where no census has this hash.</summary>
    public static string? Text(IQueryConnection snapshot, string census) =>
        ActorStates.Find<LabCensusState>(snapshot, census).State is null ? null : LabRunTables.Text(snapshot, census, LabTextKind.Census, number: 0);
}
