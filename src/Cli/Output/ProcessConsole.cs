namespace Territory.Cli.Output;

/// <summary>Standard output and standard error of this process.</summary>
internal sealed class ProcessConsole : IConsole
{
    public string WorkingDirectory => Environment.CurrentDirectory;

    public void Result(string line) => Console.Out.WriteLine(line);

    public void Error(string line) => Console.Error.WriteLine(line);
}
