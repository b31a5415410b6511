namespace Territory.Cli.Output;

/// <summary>Where a command writes: results to the one, progress and problems to the other.</summary>
internal interface IConsole
{
    /// <summary>The directory that relative paths of the arguments start from.</summary>
    string WorkingDirectory { get; }

    void Result(string line);

    void Error(string line);
}
