using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Territories;
using Territory.Simulation.Lab.Scenarios.Census;

namespace Territory.Grains.Lab;

/// <summary>The terminals of a live region as a census for the lab, as they are now or were at an earlier position of the journal.</summary>
public sealed class LiveCensusReader(IJournal journal)
{
    /// <exception cref="InvalidInputException">There is no such region or position.</exception>
    public async Task<IReadOnlyList<ScenarioTerminal>> ReadAsync(LiveCensus source, CensusTerms terms, CancellationToken cancellationToken)
    {
        CheckPosition(source.Position, journal.Position);
        using var now = await journal.OpenSnapshotAsync(cancellationToken);
        if (source.Position is not { } position)
            return Census(Terminals(now, source.Region), terms, source.Shelves);
        CheckRegion(now, source.Region);
        using var past = await journal.OpenPastAsync(position, cancellationToken);
        return Census(Terminals(past, source.Region), terms, source.Shelves);
    }

    /// <exception cref="InvalidInputException">The journal has no such position.</exception>
    internal static void CheckPosition(long? position, long last)
    {
        if (position is { } asked && (asked < 0 || asked > last))
            throw new InvalidInputException(new Problem("scenario.position", $"A position from 0 to {last} is expected.", Value: $"{asked}"));
    }

    /// <summary>No region is ever taken away: one that is not there now never was, and that is known before the past is worked out.</summary>
    /// <exception cref="InvalidInputException">There is no such region.</exception>
    internal static void CheckRegion(IReadSnapshot snapshot, string name)
    {
        var regions = ActorStates.All<TerritoryState>(snapshot).Select(state => state.Region.Id).ToList();
        if (regions.Contains(new RegionId(name)))
            return;
        var known = regions.Count == 0 ? "there was none" : $"there is {string.Join(", ", regions)}";
        throw new InvalidInputException(new Problem("scenario.region-unknown", $"There is no such region; {known}.", Value: name));
    }

    internal static IReadOnlyList<ScenarioTerminal> Census(IReadOnlyDictionary<TerminalId, LiveTerminal> terminals, CensusTerms terms, bool shelves) => FileCensus.Of(
        terminals.Values.Select(terminal => terminal.File), terms, file => shelves ? terminals[file.Id].Buys : terminals[file.Id].Sells, shelves ? file => terminals[file.Id].ToScenarioShelf() : null);

    /// <summary>The files of a region's terminals, and which of them sell our products.</summary>
    /// <exception cref="InvalidInputException">There is no such region.</exception>
    internal static IReadOnlyDictionary<TerminalId, LiveTerminal> Terminals(IReadSnapshot snapshot, string name)
    {
        CheckRegion(snapshot, name);
        var region = new RegionId(name);
        return ActorStates.All<TerminalState>(snapshot).Where(state => state.File.Region == region)
            .ToDictionary(state => state.File.Id, state => new LiveTerminal(state.File, state.Shelf, state.LastVisitOn, state.RegisteredOn));
    }
}
