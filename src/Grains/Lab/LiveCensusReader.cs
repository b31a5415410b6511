using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Terminals;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Terminals;
using Territory.ReadModel.Territories;
using Territory.Simulation.Lab.Scenarios.Census;

namespace Territory.Grains.Lab;

/// <summary>The terminals of a live region as a census for the lab, as they are now or were at an earlier position of the journal.</summary>
public sealed class LiveCensusReader(IJournal journal)
{
    /// <exception cref="InvalidInputException">There is no such region or position.</exception>
    public async Task<IReadOnlyList<CensusTerminal>> ReadAsync(LiveCensus source, CensusTerms terms, CancellationToken cancellationToken)
    {
        if (source.Position is { } position && (position < 0 || position > journal.Position))
            throw new InvalidInputException(new Problem("scenario.position", $"A position from 0 to {journal.Position} is expected.", Value: $"{position}"));
        using var snapshot = source.Position is { } past ? await journal.OpenPastAsync(past, cancellationToken) : await journal.OpenSnapshotAsync(cancellationToken);
        return Read(snapshot, source, terms);
    }

    private static IReadOnlyList<CensusTerminal> Read(IReadSnapshot snapshot, LiveCensus source, CensusTerms terms)
    {
        var region = new RegionId(source.Region);
        var regions = ActorStates.All<TerritoryState>(snapshot).Select(state => state.Region.Id).ToList();
        if (!regions.Contains(region))
        {
            var known = regions.Count == 0 ? "there was none at that position" : $"there is {string.Join(", ", regions)}";
            throw new InvalidInputException(new Problem("scenario.region-unknown", $"There is no such region; {known}.", Value: source.Region));
        }

        var states = ActorStates.All<TerminalState>(snapshot).Where(state => state.File.Region == region).ToDictionary(state => state.File.Id);
        return FileCensus.Of(states.Values.Select(state => state.File), terms, file => Sells(states[file.Id]));
    }

    private static bool Sells(TerminalState state) =>
        state.File.Status == TerminalStatus.Active && state.Shelf.Stock.Any(units => units > 0);
}
