using Territory.Simulation.Lab.Columns;
using Territory.Simulation.Lab.Rules;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>Who has adopted, by cell and in the region, and what rivals sell because of it.</summary>
internal sealed class Coverage
{
    private readonly RegionLayout layout;
    private readonly double ownPull;
    private readonly int[] adoptedOfCell;
    private readonly long weight;
    private long adoptedWeight;

    public Coverage(RegionLayout layout, int cells, double ownPull)
    {
        this.layout = layout;
        this.ownPull = ownPull;
        adoptedOfCell = new int[cells];
        for (var terminal = 0; terminal < layout.Count; terminal++)
        {
            weight += layout.WeightOf(terminal);
            RivalThousandths += RivalsAt(terminal, adopted: false);
        }
    }

    /// <summary>Thousandths of a unit that rivals sell on an average day.</summary>
    public long RivalThousandths { get; private set; }

    /// <summary>Adopted terminals, each counting as much as it sells of the category.</summary>
    public double Weighted => weight == 0 ? 0 : (double)adoptedWeight / weight;

    public double WeightedOf(long part) => weight == 0 ? 0 : (double)part / weight;

    public double NeighboursOf(int terminal) => PresenceIn(layout.Cells[terminal]);

    /// <summary>The share of a cell's terminals that have us.</summary>
    public double PresenceIn(int cell) =>
        layout.FirstOfCell[cell + 1] == layout.FirstOfCell[cell] ? 0 : (double)adoptedOfCell[cell] / (layout.FirstOfCell[cell + 1] - layout.FirstOfCell[cell]);

    public void Drop(int terminal)
    {
        adoptedOfCell[layout.Cells[terminal]]--;
        adoptedWeight -= layout.WeightOf(terminal);
        RivalThousandths += RivalsAt(terminal, adopted: false) - RivalsAt(terminal, adopted: true);
    }

    public void Adopt(int terminal)
    {
        adoptedOfCell[layout.Cells[terminal]]++;
        adoptedWeight += layout.WeightOf(terminal);
        RivalThousandths += RivalsAt(terminal, adopted: true) - RivalsAt(terminal, adopted: false);
    }

    private long RivalsAt(int terminal, bool adopted)
    {
        var brands = layout.RivalBrandsOf(terminal);
        if (brands == 0)
            return 0;
        return adopted ? (long)(layout.WeightOf(terminal) * (1 - ShelfShare.Of(ownPull, brands))) : layout.WeightOf(terminal);
    }
}
