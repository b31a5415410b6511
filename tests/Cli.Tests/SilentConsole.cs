using Territory.Cli.Output;

namespace Territory.Cli.Tests;

/// <summary>A console that nobody looks at.</summary>
internal sealed class SilentConsole(string directory) : IConsole
{
    public string WorkingDirectory => directory;

    public void Result(string line)
    {
    }

    public void Error(string line)
    {
    }
}
