using Territory.Model.Calendar;
using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The uniforms of a run: each a pure function of (seed, purpose, entity, day, index), turned over in an antithetic run.</summary>
internal readonly struct LabDraws(ulong seed, bool antithetic)
{
    public ulong Seed { get; } = seed;

    /// <summary>Added bit by bit to every word: all ones turn u into 1 - u.</summary>
    public uint Flip { get; } = antithetic ? uint.MaxValue : 0;

    public double Uniform(DrawPurpose purpose, ulong key, int day, int index = 0) =>
        DemandLaw.Uniform(Words(purpose, key, day, index).X0 ^ Flip);

    /// <summary>The first four words of a draw, not turned over.</summary>
    public PhiloxBlock Words(DrawPurpose purpose, ulong key, int day, int index)
    {
        var draw = Draw.At((long)Seed, purpose, new EntityKey(key), new SimDay(day), index);
        return draw.NextBlock();
    }

    /// <summary>The lowest word of the counter of a draw's first block, for who draws many at once.</summary>
    public static uint Counter0(int index) => (uint)index << 12;

    public static uint Counter1(DrawPurpose purpose, int day) => (uint)day | ((uint)purpose << 22);
}
