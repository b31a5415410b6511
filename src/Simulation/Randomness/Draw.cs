using System.Runtime.CompilerServices;

using Territory.Model.Calendar;

namespace Territory.Simulation.Randomness;

/// <summary>Random numbers of one draw: a pure function of (seed, purpose, entity, day, index), read one after another.</summary>
/// <remarks>
/// Philox key: the seed. Counter: block within the draw (12 bits) and index (20 bits); day (22 bits) and purpose (10 bits); entity (64 bits).
/// Two different draws therefore never share a counter, and a draw holds 8,192 numbers, far more than any rejection method needs.
/// </remarks>
public struct Draw
{
    public const int LargestIndex = (1 << 20) - 1;

    private const int BlockBits = 12;
    private const int DayBits = 22;

    private readonly uint key0;
    private readonly uint key1;
    private readonly uint counter0;
    private readonly uint counter1;
    private readonly EntityKey entity;
    private uint block;
    private ulong waiting;
    private bool hasWaiting;

    private Draw(long seed, DrawPurpose purpose, EntityKey entity, SimDay day, int index)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan((uint)index, (uint)LargestIndex, nameof(index));
        key0 = (uint)seed;
        key1 = (uint)(seed >> 32);
        counter0 = (uint)index << BlockBits;
        counter1 = (uint)day.Number | ((uint)purpose << DayBits);
        this.entity = entity;
    }

    public static Draw At(long seed, DrawPurpose purpose, EntityKey entity, SimDay day, int index = 0) => new(seed, purpose, entity, day, index);

    /// <summary>A draw that does not depend on the day, for example a fixed taste.</summary>
    public static Draw Of(long seed, DrawPurpose purpose, EntityKey entity, int index = 0) => new(seed, purpose, entity, default, index);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public ulong NextBits()
    {
        if (hasWaiting)
        {
            hasWaiting = false;
            return waiting;
        }

        var bits = NextBlock();
        waiting = bits.High;
        hasWaiting = true;
        return bits.Low;
    }

    /// <summary>Uniform on (0, 1): the midpoints of 2^52 equal cells, so that neither end is ever drawn.</summary>
    public double NextUniform() => ((NextBits() >> 12) + 0.5) * (1.0 / (1UL << 52));

    /// <summary>Uniform on 0, 1, ..., <paramref name="bound"/> - 1, without bias.</summary>
    /// <remarks>Source: Lemire: "Fast random integer generation in an interval", 2019.</remarks>
    public int NextInteger(int bound)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(bound);
        var range = (ulong)bound;
        var product = (NextBits() >> 32) * range;
        var low = (uint)product;
        if (low < range)
        {
            var threshold = (uint)((1UL << 32) % range);
            while (low < threshold)
            {
                product = (NextBits() >> 32) * range;
                low = (uint)product;
            }
        }

        return (int)(product >> 32);
    }

    internal PhiloxBlock NextBlock()
    {
        if (block >= 1u << BlockBits)
            throw new InvalidOperationException("A single draw asked for more than 8,192 numbers; give the further ones an index of their own.");
        return Philox4x32.Block(
            new PhiloxBlock(counter0 | block++, counter1, (uint)entity.Value, (uint)(entity.Value >> 32)), key0, key1);
    }
}
