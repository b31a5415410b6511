using System.Buffers.Binary;
using Territory.Model.Ids;

namespace Territory.Grains.Actors;

/// <summary>Ids of the further commands that one command or call becomes: the same one and number always give the same id, so that a retry repeats nothing.</summary>
internal static class FurtherCommandId
{
    public static CommandId Derive(CommandId first, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        first.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var tail = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], tail ^ (0x9E3779B9u * (uint)number));
        return new CommandId(new Guid(bytes, bigEndian: true));
    }
}
