using System.Buffers.Binary;
using System.Numerics;

namespace Territory.Journal.Sqlite;

/// <summary>CRC-32C over a recorded command: its id, its position and its answer. Answers are pruned, so the chain of events cannot cover them.</summary>
internal static class AnswerChecksum
{
    public static uint Of(ReadOnlySpan<byte> command, long position, ReadOnlySpan<byte> answer) =>
        Add(Add(BitOperations.Crc32C(~0u, (ulong)position), command), answer);

    private static uint Add(uint checksum, ReadOnlySpan<byte> bytes)
    {
        while (bytes.Length >= sizeof(ulong))
        {
            checksum = BitOperations.Crc32C(checksum, BinaryPrimitives.ReadUInt64LittleEndian(bytes));
            bytes = bytes[sizeof(ulong)..];
        }

        foreach (var part in bytes)
            checksum = BitOperations.Crc32C(checksum, part);
        return checksum;
    }
}
