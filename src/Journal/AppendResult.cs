namespace Territory.Journal;

/// <summary>What became of an append. In each case it is final: what it says survives a crash.</summary>
public readonly record struct AppendResult
{
    public AppendStatus Status { get; private init; }

    /// <summary>Position of the command's last event (where it had none: of the journal's end at that time). 0 after a conflict.</summary>
    public long Position { get; private init; }

    /// <summary>The stream's version: after the append, or as it actually is after a conflict. 0 for a duplicate.</summary>
    public long Version { get; private init; }

    /// <summary>The answer recorded with the command: the request's own, or for a duplicate the first one. Empty after a conflict.</summary>
    public ReadOnlyMemory<byte> Answer { get; private init; }

    public static AppendResult Appended(long position, long version, ReadOnlyMemory<byte> answer) =>
        new() { Status = AppendStatus.Appended, Position = position, Version = version, Answer = answer };

    public static AppendResult Duplicate(long position, ReadOnlyMemory<byte> firstAnswer) =>
        new() { Status = AppendStatus.Duplicate, Position = position, Answer = firstAnswer };

    public static AppendResult VersionConflict(long actualVersion) =>
        new() { Status = AppendStatus.VersionConflict, Version = actualVersion };
}
