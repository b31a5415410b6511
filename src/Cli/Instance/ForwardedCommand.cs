namespace Territory.Cli.Instance;

/// <summary>A command line that another process of the same user asks the running instance to carry out.</summary>
internal sealed record ForwardedCommand(IReadOnlyList<string> Arguments, string WorkingDirectory);
