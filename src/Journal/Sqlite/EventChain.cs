using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Territory.Journal.Sqlite;

/// <summary>The running checksum over all events: each link covers one event and the link before it.</summary>
/// <remarks>
/// Algorithm: link(n) = first 16 bytes of SHA-256(link(n-1), position, version, time, command, stream, alias, actor, payload), integers
/// little-endian, texts as UTF-8 with their length in front; link(0) is zeros. A changed byte breaks the link of its own event; a removed,
/// inserted or exchanged event breaks the link of its successor; whoever keeps the last link elsewhere can prove that nothing before it changed.
/// Source: FIPS 180-4; truncation to 128 bits as NIST SP 800-107 section 5.1 allows.
/// </remarks>
internal sealed class EventChain
{
    public const int LinkBytes = 16;

    private readonly byte[] _link = new byte[LinkBytes];
    private byte[] _buffer = new byte[1024];

    public ReadOnlySpan<byte> Link => _link;

    public void Reset() => _link.AsSpan().Clear();

    public void Restore(ReadOnlySpan<byte> link) => link.CopyTo(_link);

    public void Append(JournalEntry entry)
    {
        var most = LinkBytes + 40 + ((entry.Stream.Value.Length + entry.Alias.Length + entry.Actor.Length) * 3) + 12 + entry.Payload.Length;
        if (_buffer.Length < most)
            _buffer = new byte[most * 2];

        var buffer = _buffer.AsSpan();
        _link.CopyTo(buffer);
        BinaryPrimitives.WriteInt64LittleEndian(buffer[16..], entry.Position);
        BinaryPrimitives.WriteInt64LittleEndian(buffer[24..], entry.Version);
        BinaryPrimitives.WriteInt64LittleEndian(buffer[32..], entry.RecordedAt.ToUnixTimeMilliseconds());
        entry.Command.Value.TryWriteBytes(buffer[40..], bigEndian: true, out _);
        var length = 56;
        length += WriteText(buffer[length..], entry.Stream.Value);
        length += WriteText(buffer[length..], entry.Alias);
        length += WriteText(buffer[length..], entry.Actor);
        entry.Payload.Span.CopyTo(buffer[length..]);
        length += entry.Payload.Length;

        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(buffer[..length], hash);
        hash[..LinkBytes].CopyTo(_link);
    }

    private static int WriteText(Span<byte> destination, string text)
    {
        var length = Encoding.UTF8.GetBytes(text, destination[4..]);
        BinaryPrimitives.WriteInt32LittleEndian(destination, length);
        return length + 4;
    }
}
