using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The second pass, four terminals at a time: the twin of <see cref="ScalarSales"/>.</summary>
internal static class VectorSales
{
    private const int Lanes = 4;

    public static void Run(RegionLayout layout, RegionColumns columns, ProductTable products, SalesDay day, int from, int to, BlockScratch scratch)
    {
        for (var first = 0; first < products.Count; first += ScalarSales.Group)
        {
            var vectors = from + ((to - from) & ~(Lanes - 1));
            RunGroup(layout, columns, products, day, first, from, vectors, to - from, scratch);
            for (var terminal = vectors; terminal < to; terminal++)
                ScalarSales.One(layout, columns, products, day, first, terminal, terminal - from, to - from, scratch);
        }
    }

    private static void RunGroup(
        RegionLayout layout, RegionColumns columns, ProductTable products, SalesDay day, int first, int from, int to, int length, BlockScratch scratch)
    {
        ref var keys = ref MemoryMarshal.GetArrayDataReference(layout.Keys);
        ref var all = ref MemoryMarshal.GetReference(scratch.MeansTo(2, length));
        var flip = Vector256.Create((ulong)day.Draws.Flip);
        var counter0 = (uint)(first / ScalarSales.Group) << 12;
        var counter1 = (uint)day.Day | ((uint)DrawPurpose.LabDemand << 22);
        var count = Math.Min(ScalarSales.Group, products.Count - first);
        var shelf0 = new ShelfLanes(columns, products, day, first, length, scratch);
        var shelf1 = new ShelfLanes(columns, products, day, Math.Min(first + 1, products.Count - 1), length, scratch);
        var shelf2 = new ShelfLanes(columns, products, day, Math.Min(first + 2, products.Count - 1), length, scratch);
        var shelf3 = new ShelfLanes(columns, products, day, Math.Min(first + 3, products.Count - 1), length, scratch);
        for (var terminal = from; terminal < to; terminal += Lanes)
        {
            if (Vector256.LoadUnsafe(ref all, (nuint)(terminal - from)) == Vector256<double>.Zero)
                continue;
            var words = PhiloxLanes.Block(day.Draws.Seed, counter0, counter1, Vector256.LoadUnsafe(ref keys, (nuint)terminal));
            shelf0.Sell(terminal, terminal - from, DemandLanes.Uniform(words.X0, flip));
            if (count > 1)
                shelf1.Sell(terminal, terminal - from, DemandLanes.Uniform(words.X1, flip));
            if (count > 2)
                shelf2.Sell(terminal, terminal - from, DemandLanes.Uniform(words.X2, flip));
            if (count > 3)
                shelf3.Sell(terminal, terminal - from, DemandLanes.Uniform(words.X3, flip));
        }

        shelf0.Close();
        if (count > 1)
            shelf1.Close();
        if (count > 2)
            shelf2.Close();
        if (count > 3)
            shelf3.Close();
    }
}
