using System.CommandLine;

namespace Territory.Cli;

/// <summary>Options that every command takes.</summary>
internal sealed class SharedOptions
{
    public Option<bool> Table { get; } = new("--table") { Description = "Print the result for people instead of as JSON.", Recursive = true };

    public Option<bool> Quiet { get; } = new("--quiet") { Description = "Print no progress.", Recursive = true };

    /// <summary>Taken by each command that reads or writes a territory.</summary>
    public Option<string> Data { get; } = new("--data") { Description = "The territory's data directory.", DefaultValueFactory = _ => "data", HelpName = "DIR" };

    public void AddTo(RootCommand root)
    {
        root.Add(Table);
        root.Add(Quiet);
    }
}
