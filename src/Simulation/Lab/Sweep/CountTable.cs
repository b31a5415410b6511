using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Most counts of a demand law at a glance: those that a uniform's first eight bits decide, whatever the mean within a narrow cell.</summary>
/// <remarks>
/// The count is the smallest k whose cumulative probability F(k, m) reaches u, and F falls as m rises. Where the count is the same for the bucket's least u with
/// the cell's least mean and for its largest u with its largest mean, it is that of every (u, m) between, and the table holds it; elsewhere, in some
/// three draws of a hundred, it holds <see cref="Open"/> and the law is asked. So the table changes no count. Cells are wider and buckets narrower than
/// they need to be by more than the law's own rounding. Means are single-precision: their first bits, taken as a whole number, are the cell.
/// 256 bytes a cell, 197 kilobytes. Source: guide tables (Chen and Asau 1974), here for a law
/// with a parameter.
/// </remarks>
internal sealed class CountTable
{
    /// <summary>The entry of a draw that the table does not decide.</summary>
    public const byte Open = byte.MaxValue;

    private const int Buckets = 256;
    private const int BucketBits = 8;
    private const int CellsPerDoubling = 64;

    /// <summary>A single-precision number's bits below the first six of its fraction.</summary>
    private const int CellShift = 17;
    private const float LeastMean = 1f / 256;
    private const float MostMean = 16;
    private const int MostCount = 100;

    /// <summary>Far above the rounding of a mean in single precision, and of a cumulative probability.</summary>
    private const double MeanMargin = 1e-6;
    private const double ChanceMargin = 1e-9;

    private static readonly int FirstBits = (BitConverter.SingleToInt32Bits(LeastMean) >> CellShift) - 1;
    private static readonly int LastCell = (BitConverter.SingleToInt32Bits(MostMean) >> CellShift) - FirstBits;

    private readonly byte[] entries = new byte[(LastCell + 1) * Buckets];

    private CountTable(DemandLaw law)
    {
        entries.AsSpan().Fill(Open);
        Span<double> ofLeast = stackalloc double[MostCount];
        Span<double> ofMost = stackalloc double[MostCount];
        for (var cell = 0; cell < LastCell; cell++)
        {
            law.Cumulate((1 - MeanMargin) * (cell == 0 ? 0 : BitConverter.Int32BitsToSingle((FirstBits + cell) << CellShift)), ofLeast);
            law.Cumulate((1 + MeanMargin) * BitConverter.Int32BitsToSingle((FirstBits + cell + 1) << CellShift), ofMost);
            Fill(entries.AsSpan(cell * Buckets, Buckets), ofLeast, ofMost);
        }
    }

    public static CountTable Poisson { get; } = new(DemandLaw.Poisson);

    public static CountTable Of(DemandLaw law) => law.IsPoisson ? Poisson : new CountTable(law);

    /// <summary>Finds where the entry of each mean and uniform is.</summary>
    /// <param name="means">At least eight.</param>
    /// <param name="words">In which each uniform's first eight bits are those after a shift.</param>
    public static void Locate(ReadOnlySpan<double> means, double factor, ReadOnlySpan<ulong> words, int shift, Span<int> places)
    {
        ref var source = ref MemoryMarshal.GetReference(means);
        ref var word = ref MemoryMarshal.GetReference(words);
        ref var target = ref MemoryMarshal.GetReference(places);
        var factors = Vector256.Create((float)factor);
        const int half = 4;
        for (nuint place = 0; ; place += (nuint)Vector256<float>.Count)
        {
            // The last eight overlap those before.
            var last = (nuint)(means.Length - Vector256<float>.Count);
            place = Math.Min(place, last);
            var mean = Vector256.Narrow(Vector256.LoadUnsafe(ref source, place), Vector256.LoadUnsafe(ref source, place + half)) * factors;
            var cell = Vector256.ShiftRightLogical(mean.AsInt32(), CellShift) - Vector256.Create(FirstBits);
            cell = Vector256.Min(Vector256.Max(cell, Vector256<int>.Zero), Vector256.Create(LastCell));
            var bucket = Vector256.Narrow(
                Vector256.ShiftRightLogical(Vector256.LoadUnsafe(ref word, place), shift),
                Vector256.ShiftRightLogical(Vector256.LoadUnsafe(ref word, place + half), shift)) & Vector256.Create((uint)(Buckets - 1));
            (Vector256.ShiftLeft(cell, BucketBits) | bucket.AsInt32()).StoreUnsafe(ref target, place);
            if (place == last)
                return;
        }
    }

    /// <summary>Looks counts up and returns how many places are open, which are listed.</summary>
    /// <param name="count">Where the first count goes; the others go so many apart.</param>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public int Look(ReadOnlySpan<int> places, ref ushort count, int apart, Span<int> open)
    {
        ref var entry = ref MemoryMarshal.GetArrayDataReference(entries);
        ref var listed = ref MemoryMarshal.GetReference(open);
        ref var next = ref MemoryMarshal.GetReference(places);
        nuint left = 0;
        var place = 0;
        for (; place < places.Length; place++)
        {
            var found = Unsafe.Add(ref entry, (nuint)(uint)next);
            next = ref Unsafe.Add(ref next, 1);
            count = found;
            count = ref Unsafe.Add(ref count, apart);
            // Always written and kept or not: a branch on what was drawn would be guessed wrong.
            Unsafe.Add(ref listed, left) = place;
            left += found == Open ? 1u : 0u;
        }

        return (int)left;
    }

    private static void Fill(Span<byte> buckets, ReadOnlySpan<double> ofLeast, ReadOnlySpan<double> ofMost)
    {
        for (var count = 0; count < MostCount; count++)
        {
            var from = count == 0 ? 0 : (int)Math.Ceiling((ofLeast[count - 1] + ChanceMargin) * Buckets);
            var to = (int)Math.Floor((ofMost[count] - ChanceMargin) * Buckets);
            if (from >= Buckets)
                return;
            if (from < to)
                buckets[from..to].Fill((byte)count);
        }
    }
}
