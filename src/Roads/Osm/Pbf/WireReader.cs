namespace Territory.Roads.Osm.Pbf;

/// <summary>Reads the protocol buffer wire format from memory; every length is checked against what is left.</summary>
/// <remarks>Source: the Protocol Buffers encoding specification (varint, 64-bit, length-delimited and 32-bit wire types).</remarks>
internal ref struct WireReader(ReadOnlySpan<byte> bytes)
{
    private const int MaxVarintBytes = 10;
    private readonly ReadOnlySpan<byte> bytes = bytes;
    private int position;

    public readonly bool IsAtEnd => position == bytes.Length;

    /// <summary>Bytes read so far.</summary>
    public readonly int Position => position;

    /// <summary>The field number of the field just begun.</summary>
    public int Field { get; private set; }

    private int WireType { get; set; }

    /// <summary>Moves to the next field; false at the end.</summary>
    public bool Next()
    {
        if (IsAtEnd)
            return false;
        var key = Varint();
        Field = (int)(key >> 3);
        WireType = (int)(key & 7);
        return key >> 3 is > 0 and <= 0x1FFF_FFFF ? true : throw new PbfFormatException($"field number {key >> 3} is out of range");
    }

    public ReadOnlySpan<byte> Bytes()
    {
        Require(2);
        return Take(Varint());
    }

    public WireReader Message() => new(Bytes());

    public ulong UInt64()
    {
        Require(0);
        return Varint();
    }

    public long Int64() => (long)UInt64();

    public int Int32() => unchecked((int)UInt64());

    public long SInt64() => ZigZag(UInt64());

    public void Skip()
    {
        switch (WireType)
        {
            case 0:
                Varint();
                break;
            case 1:
                Take(8);
                break;
            case 2:
                Take(Varint());
                break;
            case 5:
                Take(4);
                break;
            default:
                throw new PbfFormatException($"wire type {WireType} is unknown");
        }
    }

    /// <summary>The next value of a packed field, of which this reader holds the content.</summary>
    public ulong Varint()
    {
        ulong value = 0;
        for (var i = 0; i < MaxVarintBytes; i++)
        {
            if (position == bytes.Length)
                throw new PbfFormatException("a number is cut off");
            var part = bytes[position++];
            value |= (ulong)(part & 0x7F) << (7 * i);
            if (part < 0x80)
                return value;
        }

        throw new PbfFormatException("a number has more than ten bytes");
    }

    public long SignedVarint() => ZigZag(Varint());


    private static long ZigZag(ulong value) => (long)(value >> 1) ^ -(long)(value & 1);

    private readonly void Require(int wireType)
    {
        if (WireType != wireType)
            throw new PbfFormatException($"field {Field} has wire type {WireType} instead of {wireType}");
    }

    private ReadOnlySpan<byte> Take(ulong length)
    {
        if (length > (ulong)(bytes.Length - position))
            throw new PbfFormatException($"field {Field} states {length} bytes where {bytes.Length - position} are left");
        var taken = bytes.Slice(position, (int)length);
        position += (int)length;
        return taken;
    }
}
