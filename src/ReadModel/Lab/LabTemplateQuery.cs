using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;

namespace Territory.ReadModel.Lab;

/// <summary>The templates of the lab. Whoever may see one region only sees those that came of no other live region's terminals.</summary>
public sealed class LabTemplateQuery(IJournal journal)
{
    /// <summary>All of them, the latest first.</summary>
    /// <param name="only">The one live region that the reader may see; null: all.</param>
    public async Task<IReadOnlyList<LabTemplateState>> ListAsync(RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return
        [
            .. ActorStates.All<LabTemplateState>(snapshot)
                .Where(template => LabScope.Includes(only, template.Header.LiveRegions))
                .OrderByDescending(template => template.Header.At).ThenBy(template => template.Header.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>Null where it is unknown or not for the reader to see.</summary>
    public async Task<LabTemplateState?> FindAsync(string id, RegionId? only, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return ActorStates.Find<LabTemplateState>(snapshot, id).State is { } found && LabScope.Includes(only, found.Header.LiveRegions) ? found : null;
    }
}
