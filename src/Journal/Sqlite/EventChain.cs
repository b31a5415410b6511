using System.Buffers.Binary;
using System.Text;

namespace Territory.Journal.Sqlite;

/// <summary>The running checksum over all events: each link covers one event and the link before it.</summary>
/// <remarks>
/// Algorithm: link(n) = XXH64 with seed link(n-1) over (position, version, time, command, stream, alias, actor, payload), integers little-endian,
/// texts as UTF-8 with their length in front; link(0) is 0. A changed byte breaks the link of its own event; a removed, inserted or exchanged event
/// breaks the link of its successor. It finds damage and slips, not a forger: who can rewrite the file can also compute the links.
/// </remarks>
internal sealed class EventChain
{
    private byte[] _buffer = new byte[1024];

    /// <summary>The link of the last event.</summary>
    public ulong Link { get; private set; }

    public void Restore(ulong link) => Link = link;

    public void Append(JournalEntry entry)
    {
        var most = 40 + ((entry.Stream.Value.Length + entry.Alias.Length + entry.Actor.Length) * 3) + 12 + entry.Payload.Length;
        if (_buffer.Length < most)
            _buffer = new byte[most * 2];

        var buffer = _buffer.AsSpan();
        BinaryPrimitives.WriteInt64LittleEndian(buffer, entry.Position);
        BinaryPrimitives.WriteInt64LittleEndian(buffer[8..], entry.Version);
        BinaryPrimitives.WriteInt64LittleEndian(buffer[16..], entry.RecordedAt.ToUnixTimeMilliseconds());
        entry.Command.Value.TryWriteBytes(buffer[24..], bigEndian: true, out _);
        var length = 40;
        length += WriteText(buffer[length..], entry.Stream.Value);
        length += WriteText(buffer[length..], entry.Alias);
        length += WriteText(buffer[length..], entry.Actor);
        entry.Payload.Span.CopyTo(buffer[length..]);
        length += entry.Payload.Length;
        Link = XxHash64.Of(buffer[..length], seed: Link);
    }

    private static int WriteText(Span<byte> destination, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, destination[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(destination, length);
        return length + 4;
    }
}
