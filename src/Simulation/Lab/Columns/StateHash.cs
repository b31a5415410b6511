using System.Runtime.InteropServices;

namespace Territory.Simulation.Lab.Columns;

/// <summary>A 64-bit digest of columns, eight bytes at a time.</summary>
/// <remarks>Algorithm: multiply and xor-shift of each word, the constants of SplitMix64. Source: Steele, Lea, Flood 2014. Not for adversaries.</remarks>
internal struct StateHash()
{
    private ulong state = 0x9E3779B97F4A7C15;

    public void Add<T>(ReadOnlySpan<T> column)
        where T : unmanaged
    {
        Add((ulong)column.Length);
        var bytes = MemoryMarshal.AsBytes(column);
        foreach (var word in MemoryMarshal.Cast<byte, ulong>(bytes))
            Add(word);
        Span<byte> rest = stackalloc byte[8];
        rest.Clear();
        bytes[(bytes.Length & ~7)..].CopyTo(rest);
        Add(MemoryMarshal.Read<ulong>(rest));
    }

    public void Add(ulong word)
    {
        state = unchecked((state ^ word) * 0xBF58476D1CE4E5B9);
        state ^= state >> 29;
    }

    public readonly ulong Value
    {
        get
        {
            var z = unchecked((state ^ (state >> 27)) * 0x94D049BB133111EB);
            return z ^ (z >> 31);
        }
    }
}
