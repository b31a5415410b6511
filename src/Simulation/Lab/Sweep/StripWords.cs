using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The random words of a strip: four of each place, in two columns of pairs.</summary>
internal static class StripWords
{
    /// <summary>Draws them for the entities, of which there are at least eight.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    public static void Fill(LabDraws draws, uint counter0, uint counter1, ReadOnlySpan<ulong> keys, BlockScratch scratch)
    {
        ref var key = ref MemoryMarshal.GetReference(keys);
        ref var words = ref MemoryMarshal.GetArrayDataReference(scratch.Words);
        var flip = Vector512.Create(draws.Flip).AsUInt64();
        for (nuint place = 0; ; place += (nuint)Vector512<ulong>.Count)
        {
            // The last eight overlap those before.
            var last = (nuint)(keys.Length - Vector512<ulong>.Count);
            place = Math.Min(place, last);
            var block = PhiloxLanes.Block(draws.Seed, Vector512.Create((ulong)counter0), Vector512.Create((ulong)counter1), Vector512.LoadUnsafe(ref key, place));
            (block.First ^ flip).StoreUnsafe(ref words, place);
            (block.Second ^ flip).StoreUnsafe(ref words, place + BlockScratch.Strip);
            if (place == last)
                return;
        }
    }

    /// <summary>The column of pairs in which the words of a number from 0 to 3 are the lower or the upper halves.</summary>
    public static ReadOnlySpan<ulong> Of(BlockScratch scratch, int number) =>
        scratch.Words.AsSpan((number >> 1) * BlockScratch.Strip, BlockScratch.Strip);

    /// <summary>The first place's word of a number; the others' follow two words apart.</summary>
    public static ref uint At(BlockScratch scratch, int number) =>
        ref Unsafe.Add(ref Unsafe.As<ulong, uint>(ref scratch.Words[(number >> 1) * BlockScratch.Strip]), number & 1);
}
