namespace Territory.Cli.Backups;

/// <summary>The table of contents of a backup.</summary>
internal sealed record BackupManifest(int Version, long Position, IReadOnlyList<string> Files);
