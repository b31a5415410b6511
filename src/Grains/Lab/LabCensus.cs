using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios.Census;

namespace Territory.Grains.Lab;

/// <summary>The censuses that one scenario names, while it is read. Whatever is looked at "now" is looked at in one moment.</summary>
/// <param name="only">The one live region that may be read; null: any.</param>
internal sealed class LabCensus(IJournal journal, PastRegions past, RegionId? only) : ICensusReader, IDisposable
{
    private readonly HashSet<RegionId> used = [];
    private IReadSnapshot? now;

    /// <summary>The position of the journal that "now" was; null where nothing was looked at.</summary>
    public long? Position => now?.Position;

    /// <summary>Every live region read, in order of id.</summary>
    public IReadOnlyList<RegionId> Used => [.. used.OrderBy(region => region.Value, StringComparer.Ordinal)];

    /// <summary>Called on a thread of the pool, never on an actor's.</summary>
    public IReadOnlyList<CensusTerminal> Read(CensusSource source, CensusTerms terms)
    {
        if (source.Live is not { } live)
            throw new InvalidInputException(new Problem("scenario.file", "The lab's server reads no files; a live region or a generated census is expected.", Value: source.File));
        // Who may not see a region is told as much of it as of one that does not exist.
        if (only is { } region && region.Value != live.Region)
            throw new InvalidInputException(new Problem("scenario.region-unknown", "There is no such region, or it is not yours to see.", Value: live.Region));
        var terminals = Terminals(live);
        used.Add(new RegionId(live.Region));
        return LiveCensusReader.Census(terminals, terms);
    }

    public void Dispose() => now?.Dispose();

    private IReadOnlyDictionary<TerminalId, LiveTerminal> Terminals(LiveCensus live)
    {
        LiveCensusReader.CheckPosition(live.Position, journal.Position);
        now ??= journal.OpenSnapshotAsync().AsTask().GetAwaiter().GetResult();
        return past.GetOrRead(live.Region, live.Position ?? now.Position, () =>
        {
            if (live.Position is null || live.Position == now.Position)
                return LiveCensusReader.Terminals(now, live.Region);
            using var then = journal.OpenPastAsync(live.Position.Value).GetAwaiter().GetResult();
            return LiveCensusReader.Terminals(then, live.Region);
        });
    }
}
