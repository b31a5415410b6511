namespace Territory.Cli;

/// <summary>What a process ends with; part of the command contract.</summary>
internal static class ExitStatus
{
    public const int Done = 0;

    /// <summary>The input was refused; every problem has been listed.</summary>
    public const int Refused = 1;

    public const int WrongArguments = 2;

    /// <summary>Interrupted, or no complete result within the limit; the best result so far has been written.</summary>
    public const int Interrupted = 3;

    public const int InternalFailure = 4;
}
