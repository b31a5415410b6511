using System.Buffers.Binary;
using Territory.Model.Ids;

namespace Territory.Grains.Market;

/// <summary>Ids of the further commands that one call of the market day becomes: the same call and number always give the same id.</summary>
internal static class MarketCommandId
{
    public static CommandId Derive(CommandId call, int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        call.Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var tail = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], tail ^ (0x9E3779B9u * (uint)number));
        return new CommandId(new Guid(bytes, bigEndian: true));
    }
}
