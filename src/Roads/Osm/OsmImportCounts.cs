namespace Territory.Roads.Osm;

/// <summary>What an import took and what it left out, and why.</summary>
public sealed class OsmImportCounts
{
    private readonly SortedDictionary<string, long> skipped = new(StringComparer.Ordinal);

    public long Nodes { get; internal set; }

    public long Ways { get; internal set; }

    public long Relations { get; internal set; }

    /// <summary>Ways that became roads for some mode.</summary>
    public long RoadWays { get; internal set; }

    /// <summary>Of those, ways that cars or vans may use.</summary>
    public long DrivableWays { get; internal set; }

    public long Ferries { get; internal set; }

    /// <summary>Turn restrictions in the file that concern motor vehicles.</summary>
    public long Restrictions { get; internal set; }

    /// <summary>Of those, restrictions that the network holds.</summary>
    public long RestrictionsKept { get; internal set; }

    public long Barriers { get; internal set; }

    /// <summary>Nodes of roads with traffic lights.</summary>
    public long Signals { get; internal set; }

    /// <summary>Clauses of conditional tags that became timed or weight-bound rules; those that could not be read are skipped as "conditional.unread".</summary>
    public long ConditionsRead { get; internal set; }

    public long OpeningHoursRead { get; internal set; }

    /// <summary>Things left out, by reason, for example "opening_hours.unread" or "road.node.missing".</summary>
    public IReadOnlyDictionary<string, long> Skipped => skipped;

    internal void Skip(string reason, long count = 1)
    {
        if (count > 0)
            skipped[reason] = skipped.GetValueOrDefault(reason) + count;
    }
}
