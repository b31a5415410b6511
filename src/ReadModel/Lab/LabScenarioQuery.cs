using System.Text.Json;
using Territory.Contracts.Lab;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Serialization;

namespace Territory.ReadModel.Lab;

/// <summary>The scenarios of the lab. Whoever may see one region only sees those that use no other live region's terminals.</summary>
public sealed class LabScenarioQuery(IJournal journal)
{
    /// <summary>The latest version of each that has not been removed, the latest first.</summary>
    /// <param name="only">The one live region that the reader may see; null: all.</param>
    public async Task<IReadOnlyList<LabScenarioHeader>> ListAsync(RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return
        [
            .. ActorStates.All<LabScenarioState>(snapshot)
                .Where(state => !state.Removed && LabScope.Includes(only, state.Header.LiveRegions))
                .Select(state => state.Header)
                .OrderByDescending(header => header.At).ThenBy(header => header.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>A version with its content; null where it is unknown, removed or not for the reader to see.</summary>
    /// <param name="version">Null: the latest.</param>
    public async Task<(LabScenarioHeader Header, string Content)?> FindAsync(string id, int? version, RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (ActorStates.Find<LabScenarioState>(snapshot, id).State is not { Removed: false } state || !LabScope.Includes(only, state.Header.LiveRegions))
            return null;
        using var rows = snapshot.Query(LabScenarioTables.Select, id, version ?? state.Header.Version);
        if (!rows.Read())
            return null;
        var header = JsonSerializer.Deserialize(rows.GetString(0), StateJsonContext.Default.LabScenarioHeader)!;
        return LabScope.Includes(only, header.LiveRegions) ? (header, rows.GetString(1)) : null;
    }
}
