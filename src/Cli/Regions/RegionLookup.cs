using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Territories;

namespace Territory.Cli.Regions;

/// <summary>Finds what a command line names.</summary>
internal static class RegionLookup
{
    /// <exception cref="InvalidInputException">No region has that id or name.</exception>
    public static async Task<Region> FindAsync(OpenTerritory territory, string name, CancellationToken cancellationToken) =>
        Choose(await AllAsync(territory, cancellationToken), name);

    /// <exception cref="InvalidInputException">No region has that id or name.</exception>
    public static Region Choose(IReadOnlyList<Region> regions, string name) =>
        regions.FirstOrDefault(region => region.Id.Value == name)
            ?? regions.FirstOrDefault(region => string.Equals(region.Name.Zh, name, StringComparison.OrdinalIgnoreCase) || string.Equals(region.Name.En, name, StringComparison.OrdinalIgnoreCase))
            ?? throw new InvalidInputException(new Problem(
                "region.unknown",
                regions.Count == 0 ? "There is no region yet; make one with 'territory region import' or 'territory up'." : $"There is no such region; there is {string.Join(", ", regions.Select(region => region.Id))}.",
                Field: "--region",
                Value: name));

    public static async Task<IReadOnlyList<Region>> AllAsync(OpenTerritory territory, CancellationToken cancellationToken)
    {
        using var snapshot = await territory.Get<IJournal>().OpenSnapshotAsync(cancellationToken);
        return [.. ActorStates.All<TerritoryState>(snapshot).Select(state => state.Region)];
    }

    public static async Task<IReadOnlyList<TerminalFile>> TerminalsAsync(OpenTerritory territory, CancellationToken cancellationToken)
    {
        using var snapshot = await territory.Get<IJournal>().OpenSnapshotAsync(cancellationToken);
        return [.. ActorStates.All<TerminalState>(snapshot).Select(state => state.File)];
    }

    /// <summary>The outlets that an import registered and that are still there.</summary>
    public static async Task<IReadOnlyList<TerminalId>> BatchAsync(OpenTerritory territory, string batch, CancellationToken cancellationToken)
    {
        using var snapshot = await territory.Get<IJournal>().OpenSnapshotAsync(cancellationToken);
        var terminals = new List<TerminalId>();
        using var rows = snapshot.Query("SELECT id FROM terminals WHERE batch = ?1 ORDER BY id", batch);
        while (rows.Read())
            terminals.Add(new TerminalId(rows.GetString(0)));
        return terminals;
    }
}
