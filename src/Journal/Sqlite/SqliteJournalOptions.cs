namespace Territory.Journal.Sqlite;

/// <summary>Where a journal lies and the bounds of its queues. Checked when it is opened.</summary>
public sealed record SqliteJournalOptions
{
    /// <summary>The database file; its directory must exist. SQLite keeps "-wal" and "-shm" files beside it, the journal a ".lock" file.</summary>
    public required string Path { get; init; }

    /// <summary>The most appends that share one commit.</summary>
    public int MaxBatchSize { get; init; } = 256;

    /// <summary>The most appends that wait for the writer; further callers wait to be let in.</summary>
    public int QueueCapacity { get; init; } = 4_096;

    public int MaxEventsPerAppend { get; init; } = 1_000;

    /// <summary>The largest payload or answer accepted.</summary>
    public int MaxPayloadBytes { get; init; } = 4 * 1024 * 1024;

    /// <summary>How long a command's answer is kept at least.</summary>
    public TimeSpan CommandRetention { get; init; } = TimeSpan.FromDays(30);

    /// <summary>How often answers past their retention are removed.</summary>
    public TimeSpan PruneInterval { get; init; } = TimeSpan.FromHours(1);

    /// <summary>Pages in the write-ahead log at which the writer copies it into the database file; 0 never does, for tests.</summary>
    public int CheckpointPages { get; init; } = 4_000;

    /// <summary>The most snapshots and reads that run at the same time.</summary>
    public int ReadConnections { get; init; } = 8;

    /// <summary>How many of the latest events are kept in memory for followers; those further behind read the database.</summary>
    public int RecentEvents { get; init; } = 16_384;

    /// <summary>Bound of the payloads kept in memory for followers.</summary>
    public long RecentBytes { get; init; } = 32L * 1024 * 1024;

    /// <summary>How many streams' versions and names are kept in memory; others are looked up.</summary>
    public int CachedStreams { get; init; } = 500_000;

    /// <summary>The writer's page cache.</summary>
    public int CacheMegabytes { get; init; } = 64;

    /// <summary>Builds every projection anew when the journal is opened, whatever its recorded version.</summary>
    public bool RebuildProjections { get; init; }

    /// <exception cref="ArgumentException">Lists every option that is out of range.</exception>
    public void Validate()
    {
        var problems = new List<string>();
        if (string.IsNullOrWhiteSpace(Path))
            problems.Add($"{nameof(Path)} is empty");
        AtLeast(MaxBatchSize, 1, nameof(MaxBatchSize));
        AtLeast(QueueCapacity, 1, nameof(QueueCapacity));
        AtLeast(MaxEventsPerAppend, 1, nameof(MaxEventsPerAppend));
        AtLeast(MaxPayloadBytes, 1, nameof(MaxPayloadBytes));
        AtLeast(CommandRetention.Ticks, 1, nameof(CommandRetention));
        AtLeast(PruneInterval.Ticks, TimeSpan.TicksPerSecond, nameof(PruneInterval));
        AtLeast(CheckpointPages, 0, nameof(CheckpointPages));
        AtLeast(ReadConnections, 1, nameof(ReadConnections));
        AtLeast(RecentEvents, 1, nameof(RecentEvents));
        AtLeast(RecentBytes, 0, nameof(RecentBytes));
        AtLeast(CachedStreams, 1, nameof(CachedStreams));
        AtLeast(CacheMegabytes, 1, nameof(CacheMegabytes));
        if (problems.Count > 0)
            throw new ArgumentException($"Journal options: {string.Join("; ", problems)}.");

        void AtLeast(long value, long least, string name)
        {
            if (value < least)
                problems.Add($"{name} is {value}, must be at least {least}");
        }
    }
}
