namespace Territory.Cli.Instance;

/// <summary>One line of a forwarded command's output, or its exit status at the end.</summary>
internal sealed record ForwardedLine(string? Result = null, string? Error = null, int? Exit = null);
