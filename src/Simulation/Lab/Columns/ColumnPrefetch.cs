using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Territory.Simulation.Lab.Columns;

/// <summary>Asks the memory for a terminal's columns before they are needed.</summary>
/// <remarks>A call or a drop reads places far from each other; asked for while the one before is made, they are there in time. No effect on results.</remarks>
internal static class ColumnPrefetch
{
    public static void Terminal(RegionColumns columns, int terminal)
    {
        if (!Sse.IsSupported)
            return;
        Ask(ref columns.Rate[terminal]);
        Ask(ref columns.Goodwill[terminal]);
        Ask(ref columns.LastCall[terminal]);
        Shelves(columns, terminal);
    }

    public static void Shelves(RegionColumns columns, int terminal)
    {
        if (!Sse.IsSupported)
            return;
        const int line = 64 / sizeof(ushort);
        var last = columns.ShelfOf(terminal + 1, 0) - 1;
        for (var shelf = columns.ShelfOf(terminal, 0); ; shelf = Math.Min(shelf + line, last))
        {
            Ask(ref columns.Stock[shelf]);
            Ask(ref columns.OnOrder[shelf]);
            Ask(ref columns.SoldSinceCall[shelf]);
            if (shelf == last)
                return;
        }
    }

    // The address may be stale by the time it is used, which a prefetch allows.
    public static unsafe void Ask<T>(ref T place) => Sse.Prefetch0(Unsafe.AsPointer(ref place));
}
