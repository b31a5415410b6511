using System.Numerics;
using System.Runtime.CompilerServices;

namespace Territory.Optimizer.Randomness;

/// <summary>The solver's own random numbers: the same seed gives the same numbers on every machine and runtime version.</summary>
/// <remarks>
/// Algorithm: xoshiro256** with its state filled by splitmix64. Bounded integers by Lemire's multiplication without rejection; the bias is below
/// bound / 2^32. Source: Blackman and Vigna, Scrambled Linear Pseudorandom Number Generators (2021); Lemire, Fast Random Integer Generation (2019).
/// </remarks>
public sealed class Xoshiro256
{
    private ulong s0;
    private ulong s1;
    private ulong s2;
    private ulong s3;

    public Xoshiro256(ulong seed)
    {
        s0 = SplitMix(ref seed);
        s1 = SplitMix(ref seed);
        s2 = SplitMix(ref seed);
        s3 = SplitMix(ref seed);
    }

    /// <summary>One step of splitmix64: advances <paramref name="state"/> and returns the mixed value.</summary>
    public static ulong SplitMix(ref ulong state)
    {
        var z = state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    public ulong NextUInt64()
    {
        var result = BitOperations.RotateLeft(s1 * 5, 7) * 9;
        var t = s1 << 17;
        s2 ^= s0;
        s3 ^= s1;
        s1 ^= s2;
        s0 ^= s3;
        s2 ^= t;
        s3 = BitOperations.RotateLeft(s3, 45);
        return result;
    }

    /// <summary>A whole number from 0 up to, not including, <paramref name="bound"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public int Next(int bound) => (int)(((NextUInt64() >> 32) * (ulong)bound) >> 32);

    /// <summary>A number from 0 up to, not including, 1 with 53 random bits.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));
}
