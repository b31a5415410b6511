using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Regions;
using Territory.Model.Reps;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Market;
using Territory.ReadModel.Reps;
using Territory.ReadModel.Territories;
using Territory.ReadModel.Vehicles;

namespace Territory.ReadModel.Queries;

/// <summary>Which regions there are, and who and what belongs to them.</summary>
public sealed class RegionQueries(IJournal journal)
{
    /// <summary>The regions that the reader may see.</summary>
    /// <param name="scopeOf">What the reader may see of a region; null: nothing.</param>
    public async Task<IReadOnlyList<RegionSummary>> ListAsync(Func<RegionId, ReadScope?> scopeOf, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        var summaries = new List<RegionSummary>();
        foreach (var region in ActorStates.All<TerritoryState>(snapshot).Select(state => state.Region))
        {
            if (scopeOf(region.Id) is not { } scope)
                continue;
            var terminals = snapshot.Integer(
                $"SELECT count(*) FROM terminals t WHERE {ScopeFilter.Terminals(scope, "t")}",
                ScopeFilter.Region(scope), ScopeFilter.Party(scope), ScopeFilter.FirstDay(scope), ScopeFilter.LastDay(scope));
            var hasMarket = ActorStates.Find<MarketState>(snapshot, region.Id.Value).State is not null;
            summaries.Add(new RegionSummary(region.Id, region.Name, region.Bounds, (int)(terminals ?? 0), hasMarket));
        }

        return summaries;
    }

    /// <summary>A region with what of it is in scope; null when there is no such region.</summary>
    public async Task<RegionDetail?> FindAsync(ReadScope scope, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        if (ActorStates.Find<TerritoryState>(snapshot, scope.Region.Value).State is not { } territory)
            return null;
        return new RegionDetail(
            territory.Region,
            territory.Products,
            [.. InScope<DistributorState>(snapshot, "distributors", ScopeFilter.Distributors(scope, "p"), scope).Select(state => state.File)],
            [.. RepsIn(snapshot, scope).Select(rep => rep with { Area = null })],
            [.. InScope<VehicleState>(snapshot, "vehicles", ScopeFilter.Vehicles(scope, "p"), scope).Select(state => state.File)],
            snapshot.Position);
    }

    /// <summary>The region alone, which every reader of it may see; null when there is none.</summary>
    public async Task<Region?> FindRegionAsync(RegionId id, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return ActorStates.Find<TerritoryState>(snapshot, id.Value).State?.Region;
    }

    /// <summary>The region and whether a simulated market keeps its clock; null when there is no such region.</summary>
    public async Task<(Region Region, bool HasMarket)?> FindClockedAsync(RegionId id, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return ActorStates.Find<TerritoryState>(snapshot, id.Value).State is { } territory
            ? (territory.Region, ActorStates.Find<MarketState>(snapshot, id.Value).State is not null)
            : null;
    }

    /// <summary>The reps in scope, with their areas.</summary>
    public async Task<IReadOnlyList<RepFile>> RepsAsync(ReadScope scope, CancellationToken cancellationToken)
    {
        using var snapshot = await journal.OpenSnapshotAsync(cancellationToken);
        return [.. RepsIn(snapshot, scope)];
    }

    private static IEnumerable<RepFile> RepsIn(IQueryConnection connection, ReadScope scope) =>
        InScope<RepState>(connection, "reps", ScopeFilter.Reps(scope, "p"), scope).Select(state => state.File);

    private static List<TState> InScope<TState>(IQueryConnection connection, string table, string filter, ReadScope scope)
        where TState : class, IActorState<TState>
    {
        var states = new List<TState>();
        using var rows = connection.Query(
            $"SELECT a.version, a.state FROM {table} p JOIN actor_state a ON a.kind = ?3 AND a.id = p.id WHERE {filter} ORDER BY p.id",
            ScopeFilter.Region(scope), ScopeFilter.Party(scope), TState.Kind);
        while (rows.Read())
        {
            if (ActorStates.Read<TState>(rows, firstColumn: 0).State is { } state)
                states.Add(state);
        }

        return states;
    }
}
