using System.Buffers.Binary;
using System.Text.Json.Serialization;

namespace Territory.Model.Ids;

/// <summary>Identifies one intention of one sender. Sending it again returns the first answer instead of acting twice.</summary>
[JsonConverter(typeof(CommandIdConverter))]
public readonly record struct CommandId(Guid Value)
{
    public static CommandId New() => new(Guid.CreateVersion7());

    /// <summary>The id of a further command that this one becomes: the same number always gives the same id, so that a retry repeats nothing.</summary>
    public CommandId Further(int number)
    {
        Span<byte> bytes = stackalloc byte[16];
        Value.TryWriteBytes(bytes, bigEndian: true, out _);
        var tail = BinaryPrimitives.ReadUInt32BigEndian(bytes[12..]);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[12..], tail ^ (0x9E3779B9u * (uint)number));
        return new CommandId(new Guid(bytes, bigEndian: true));
    }

    public override string ToString() => Value.ToString("N");
}
