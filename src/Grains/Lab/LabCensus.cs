using Territory.Grains.Lab.Censuses;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Travel;

namespace Territory.Grains.Lab;

/// <summary>The censuses and roads that one scenario names, while it is read. Whatever is looked at "now" is looked at in one moment.</summary>
/// <remarks>Called on threads of the pool, never on an actor's. A census that was read is known after it was disposed as well.</remarks>
/// <param name="only">The one live region that may be read; null: any.</param>
internal sealed class LabCensus(IJournal journal, PastRegions past, LabRoads roads, RegionId? only) : ICensusReader, IDisposable
{
    private readonly Lock gate = new();
    private readonly HashSet<RegionId> used = [];
    private readonly Dictionary<LiveCensus, IReadOnlyDictionary<TerminalId, LiveTerminal>> live = [];
    private readonly Dictionary<string, IReadOnlyList<TerminalFile>> kept = new(StringComparer.Ordinal);
    private IReadSnapshot? now;

    /// <summary>The position of the journal that "now" was; null where nothing was looked at.</summary>
    public long? Position { get; private set; }

    /// <summary>Every live region read, in order of id.</summary>
    public IReadOnlyList<RegionId> Used => [.. used.OrderBy(region => region.Value, StringComparer.Ordinal)];

    public IReadOnlyList<ScenarioTerminal> Read(CensusSource source, CensusTerms terms)
    {
        lock (gate)
        {
            if (source.File is { } file)
                return FileCensus.Of(Kept(file), terms, CensusTable.SellsOurs);
            // Who may not see a region is told as much of it as of one that does not exist.
            if (!IsOpen(source.Live!.Region))
                throw new InvalidInputException(new Problem("scenario.region-unknown", "There is no such region, or it is not yours to see.", Value: source.Live.Region));
            return LiveCensusReader.Census(Live(source.Live), terms, source.Live.Shelves);
        }
    }

    public TravelMatrix Travel(string name, IReadOnlyList<GeoPoint> points)
    {
        lock (gate)
        {
            if (LiveRoads.RegionOf(name) is { } region)
            {
                if (!IsOpen(region))
                    throw LabRoads.Unknown(region);
                used.Add(new RegionId(region));
            }
        }

        return roads.Matrix(name, points);
    }

    public void Dispose()
    {
        now?.Dispose();
        now = null;
    }

    private bool IsOpen(string region) => only is not { } mine || mine.Value == region;

    private IReadSnapshot Snapshot()
    {
        now ??= journal.OpenSnapshotAsync().AsTask().GetAwaiter().GetResult();
        Position ??= now.Position;
        return now;
    }

    private IReadOnlyList<TerminalFile> Kept(string name) => kept.TryGetValue(name, out var known) ? known : kept[name] = KeptCensus.Files(Snapshot(), name);

    private IReadOnlyDictionary<TerminalId, LiveTerminal> Live(LiveCensus source)
    {
        if (live.TryGetValue(source, out var known))
            return known;
        LiveCensusReader.CheckPosition(source.Position, journal.Position);
        var snapshot = Snapshot();
        live[source] = past.GetOrRead(source.Region, source.Position ?? snapshot.Position, () =>
        {
            if (source.Position is null || source.Position == snapshot.Position)
                return LiveCensusReader.Terminals(snapshot, source.Region);
            LiveCensusReader.CheckRegion(snapshot, source.Region);
            using var then = journal.OpenPastAsync(source.Position.Value).GetAwaiter().GetResult();
            return LiveCensusReader.Terminals(then, source.Region);
        });
        used.Add(new RegionId(source.Region));
        return live[source];
    }
}
