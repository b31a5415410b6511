using Territory.Model.Terminals;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Columns;

/// <summary>What never changes of a region's terminals, in the order in which they are swept: by cell, within it by class, and then by key.</summary>
/// <remarks>The order depends on cells, classes and keys alone, not on the rows' order in the census. 22 bytes a terminal.</remarks>
internal sealed class RegionLayout
{
    public RegionLayout(LabRegion region, LabHuff huff)
    {
        var terminals = region.Terminals;
        Count = terminals.Count;
        Rows = [.. Enumerable.Range(0, Count)];
        var places = new (int Cell, TerminalClass Class, ulong Key)[Count];
        for (var row = 0; row < Count; row++)
            places[row] = (terminals.Cells[row], terminals.Classes[row], terminals.Keys[row]);
        Array.Sort(places, Rows);

        Keys = Array.ConvertAll(Rows, row => terminals.Keys[row]);
        Classes = Array.ConvertAll(Rows, row => (byte)terminals.Classes[row]);
        Cells = Array.ConvertAll(Rows, row => terminals.Cells[row]);
        Fits = terminals.Fits.Length == 0 ? [] : Array.ConvertAll(Rows, row => (float)terminals.Fits[row]);
        RivalBrands = terminals.RivalBrands.Length == 0
            ? []
            : Array.ConvertAll(Rows, row => terminals.RivalBrands[row]);
        usualBrands = region.Rivals.BrandsPerTerminal;
        FirstOfCell = new int[region.Cells.Count + 1];
        foreach (var cell in Cells)
            FirstOfCell[cell + 1]++;
        for (var cell = 0; cell < region.Cells.Count; cell++)
            FirstOfCell[cell + 1] += FirstOfCell[cell];
        UnitsPerDay = HuffRates.Of(region, Rows, huff);
    }

    private readonly int usualBrands;

    public int Count { get; }

    /// <summary>The row in the setup of each terminal of this order.</summary>
    public int[] Rows { get; }

    public ulong[] Keys { get; }

    public byte[] Classes { get; }

    public int[] Cells { get; }

    /// <summary>The first terminal of each cell, and the count at the end.</summary>
    public int[] FirstOfCell { get; }

    /// <summary>What consumers would buy of the category at each terminal on an average day.</summary>
    public float[] UnitsPerDay { get; }

    private float[] Fits { get; }

    private byte[] RivalBrands { get; }

    public double FitOf(int terminal) => Fits.Length == 0 ? 1 : Fits[terminal];

    public int RivalBrandsOf(int terminal) => RivalBrands.Length == 0 ? usualBrands : RivalBrands[terminal];

    /// <summary>Thousandths of a unit: the weight of a terminal in sums that must not depend on their order.</summary>
    public long WeightOf(int terminal) => (long)((UnitsPerDay[terminal] * 1000.0) + 0.5);
}
