using System.CommandLine;
using Territory.Cli.Output;

namespace Territory.Cli;

/// <summary>What a command needs besides its own arguments.</summary>
internal sealed record CommandContext(IConsole Console, TerritoryAccess Access, SharedOptions Shared)
{
    public Reply ReplyFor(ParseResult parsed) => new(Console, parsed.GetValue(Shared.Table), parsed.GetValue(Shared.Quiet));

    public string DataDirectory(ParseResult parsed) => Path.GetFullPath(parsed.GetValue(Shared.Data)!, Console.WorkingDirectory);

    /// <summary>Runs a command on the territory in the data directory: in this process, or in the running instance that owns the directory.</summary>
    public Task<int> OnTerritoryAsync(ParseResult parsed, Func<OpenTerritory, Task<int>> body, CancellationToken cancellationToken, bool creates = false) =>
        Access.RunAsync(DataDirectory(parsed), [.. parsed.Tokens.Select(token => token.Value)], Console, creates, body, cancellationToken);
}
