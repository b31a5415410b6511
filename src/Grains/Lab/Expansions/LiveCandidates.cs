using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Terminals;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Territories;
using Territory.Simulation.Expansion.Census;

namespace Territory.Grains.Lab.Expansions;

/// <summary>The terminals of a live region as a candidate's census. Our share is what they sold lately over the volume on file; rivals are not known.</summary>
public static class LiveCandidates
{
    private const double DaysPerMonth = 30.4375;

    /// <returns>Null where there is no such region.</returns>
    public static IReadOnlyList<CensusTerminal>? Of(IQueryConnection snapshot, RegionId region)
    {
        if (ActorStates.Find<TerritoryState>(snapshot, region.Value).State is not { } territory)
            return null;
        var unitsPerCase = territory.Products.ToDictionary(product => product.Id, product => product.UnitsPerCase);
        return
        [
            .. ActorStates.All<TerminalState>(snapshot)
                .Where(state => state.File.Region == region && state.File.Status != TerminalStatus.Closed)
                .Select(state => new CensusTerminal(
                    state.File.Id.Value, state.File.Name, state.File.Location, state.File.Class, state.File.CategoryVolumePerMonth.Count,
                    CensusGrid.CellOf(state.File.Location), OwnShare(state, unitsPerCase), [])),
        ];
    }

    private static double OwnShare(TerminalState state, Dictionary<ProductId, int> unitsPerCase)
    {
        if (state.File.CategoryVolumePerMonth.Count == 0)
            return 0;
        var casesPerDay = state.Shelf.Products.Zip(state.Shelf.MeanDailySales(), (product, units) => units / unitsPerCase.GetValueOrDefault(product, 1)).Sum();
        return Math.Min(1, casesPerDay * DaysPerMonth / state.File.CategoryVolumePerMonth.Count);
    }
}
