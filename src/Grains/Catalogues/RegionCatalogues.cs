using System.Collections.Concurrent;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Territories;

namespace Territory.Grains.Catalogues;

/// <summary>The catalogues of the regions in use, read once and kept until the region's territory changes.</summary>
/// <remarks>The journal has one writing process, and the territory's grain lives in it: it says when its catalogue is out of date.</remarks>
internal sealed class RegionCatalogues(IJournal journal)
{
    private readonly ConcurrentDictionary<RegionId, RegionCatalogue> catalogues = new();

    /// <summary>Null where there is no such region.</summary>
    public ValueTask<RegionCatalogue?> FindAsync(RegionId region, CancellationToken cancellationToken) =>
        catalogues.TryGetValue(region, out var catalogue) ? new ValueTask<RegionCatalogue?>(catalogue) : ReadAsync(region, cancellationToken);

    public void Replace(TerritoryState territory) => catalogues[territory.Region.Id] = new RegionCatalogue(territory.Region, territory.Products);

    private async ValueTask<RegionCatalogue?> ReadAsync(RegionId region, CancellationToken cancellationToken)
    {
        if (string.IsNullOrEmpty(region.Value))
            return null;
        var (territory, _) = await ActorStates.FindAsync<TerritoryState>(journal, region.Value, cancellationToken);
        // One that the grain has put there meanwhile is newer than what was read.
        return territory is null ? null : catalogues.GetOrAdd(region, new RegionCatalogue(territory.Region, territory.Products));
    }
}
