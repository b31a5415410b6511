using Territory.Model.Ids;

namespace Territory.Contracts;

/// <summary>
/// A command could not be recorded: the disk refused it, or failed while it was written. It may or may not have been carried out; sending it again
/// with the same command id is safe and settles it. It names the cause in words only, so that it crosses every boundary a grain call crosses.
/// </summary>
public sealed class OutcomeUnknownException(CommandId command, string cause)
    : Exception($"Command {command} could not be recorded: {cause} Send it again with the same command id.");
