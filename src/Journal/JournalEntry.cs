using Territory.Model.Ids;

namespace Territory.Journal;

/// <summary>One event as it stands in the journal.</summary>
/// <param name="Position">Place among all events, from 1 without gaps.</param>
/// <param name="Version">Place within its stream, from 1 without gaps.</param>
/// <param name="RecordedAt">Wall time of the append, UTC, to the millisecond.</param>
/// <param name="Actor">Who acted: a user's id, or the part of the system that did.</param>
/// <param name="Command">The command that caused the event.</param>
public sealed record JournalEntry(
    long Position,
    StreamId Stream,
    long Version,
    string Alias,
    ReadOnlyMemory<byte> Payload,
    DateTimeOffset RecordedAt,
    string Actor,
    CommandId Command);
