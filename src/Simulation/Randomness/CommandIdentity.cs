using System.Buffers.Binary;

using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Simulation.Randomness;

/// <summary>Command ids of the simulated market: the same (seed, purpose, entity, day, number) always gives the same id.</summary>
/// <remarks>
/// A market day that is started again after a crash therefore sends the same commands, and each gets its first answer.
/// The id is a Philox block with the version (8, custom) and variant bits of RFC 9562 set.
/// </remarks>
public static class CommandIdentity
{
    public static CommandId For(long seed, DrawPurpose purpose, EntityKey entity, DateOnly date, int number = 0)
    {
        var bits = Draw.At(seed, purpose, entity, SimDay.Of(date), number).NextBlock();
        Span<byte> bytes = stackalloc byte[16];
        BinaryPrimitives.WriteUInt64BigEndian(bytes, bits.Low);
        BinaryPrimitives.WriteUInt64BigEndian(bytes[8..], bits.High);
        bytes[6] = (byte)((bytes[6] & 0x0F) | 0x80);
        bytes[8] = (byte)((bytes[8] & 0x3F) | 0x80);
        return new CommandId(new Guid(bytes, bigEndian: true));
    }
}
