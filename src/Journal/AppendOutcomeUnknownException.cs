using Territory.Model.Ids;

namespace Territory.Journal;

/// <summary>
/// The caller stopped waiting, or the disk failed, while the append was being written: it may or may not be in the journal. Retrying with the
/// same command id is safe and settles it. Deliberately no <see cref="OperationCanceledException"/>: a cancelled task would hide what it says.
/// </summary>
public sealed class AppendOutcomeUnknownException : Exception
{
    public AppendOutcomeUnknownException(CommandId command, Exception? inner = null)
        : base($"It is not known whether command {command} was recorded. Retry it with the same command id.", inner)
    {
        Command = command;
    }

    public CommandId Command { get; }
}
