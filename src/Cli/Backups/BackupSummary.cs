namespace Territory.Cli.Backups;

/// <summary>What a backup holds.</summary>
/// <param name="Position">The journal position it stands at.</param>
internal sealed record BackupSummary(long Position, long Bytes, int Files);
