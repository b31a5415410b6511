namespace Territory.Cli.Instance;

/// <summary>Where the owner of a data directory listens, and the token that proves a caller may read that user's files.</summary>
internal sealed record InstanceAddress(string Address, string Token, int ProcessId);
