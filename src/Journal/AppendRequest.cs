using Territory.Model.Ids;

namespace Territory.Journal;

/// <summary>The outcome of one command: its events for one stream, and the answer that a retry of the command gets.</summary>
/// <param name="ExpectedVersion">The stream's version that the decision was made on: 0 for a new stream, or <see cref="AnyVersion"/>.</param>
/// <param name="Events">May be empty: then only the answer is recorded.</param>
/// <param name="Answer">Kept for the retention of commands. The journal keeps the memory it is handed: it must not change afterwards.</param>
public sealed record AppendRequest(
    StreamId Stream,
    long ExpectedVersion,
    CommandId Command,
    string Actor,
    IReadOnlyList<EventData> Events,
    ReadOnlyMemory<byte> Answer)
{
    /// <summary>Appends whatever the stream's version is: for streams that only collect, where no decision depends on what came before.</summary>
    public const long AnyVersion = -1;
}
