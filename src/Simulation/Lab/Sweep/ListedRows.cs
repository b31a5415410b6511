using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Which of a strip's shelves sell: those of an adopted terminal whose class lists the product.</summary>
internal sealed class ListedRows
{
    /// <summary>A row is copied in whole vectors, the last of which reaches past its end, where the next row is copied over it.</summary>
    public const int Padding = 64;

    private const int Classes = 3;

    /// <summary>By class, and of a terminal that sells nothing.</summary>
    private readonly ushort[][] rows = new ushort[Classes + 1][];
    private readonly int products;

    public ListedRows(ProductTable table)
    {
        products = table.Count;
        for (var rank = 0; rank <= Classes; rank++)
        {
            rows[rank] = new ushort[products + Padding];
            for (var product = 0; product < products; product++)
                rows[rank][product] = rank <= table.ListedTo[product] ? ushort.MaxValue : (ushort)0;
        }
    }

    /// <param name="means">Of the strip's terminals; 0 of those that sell nothing.</param>
    public void Mark(RegionLayout layout, int strip, ReadOnlySpan<double> means, ushort[] marks)
    {
        ref var target = ref MemoryMarshal.GetArrayDataReference(marks);
        for (var place = 0; place < means.Length; place++)
        {
            ref var row = ref MemoryMarshal.GetArrayDataReference(rows[means[place] > 0 ? layout.Classes[strip + place] : Classes]);
            for (var product = 0; product < products; product += Vector256<ushort>.Count)
                Vector256.LoadUnsafe(ref row, (nuint)product).StoreUnsafe(ref target, (nuint)((place * products) + product));
        }
    }
}
