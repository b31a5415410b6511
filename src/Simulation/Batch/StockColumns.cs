using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Simulation.Market;
using Territory.Simulation.Market.Rules;

namespace Territory.Simulation.Batch;

/// <summary>The stock of every listed product of every outlet, a column a figure; cells are outlet by outlet, in the order of its listed products.</summary>
internal sealed class StockColumns
{
    private const int NoCount = -1;

    private readonly MarketSetup setup;
    private readonly int[] firstCell;
    private readonly int[] productColumns;

    public StockColumns(MarketSetup setup, bool openEmpty)
    {
        this.setup = setup;
        firstCell = new int[setup.Terminals.Count + 1];
        for (var row = 0; row < setup.Terminals.Count; row++)
            firstCell[row + 1] = firstCell[row] + setup.Terminals[row].ListedProducts.Count;

        var cells = firstCell[^1];
        productColumns = new int[cells];
        Stock = new int[cells];
        Opening = new int[cells];
        LastCount = new int[cells];
        DeliveredSince = new int[cells];
        OnOrder = new int[cells];
        Sold = new long[cells];
        Lost = new long[cells];
        Delivered = new long[cells];
        Array.Fill(LastCount, NoCount);
        for (var row = 0; row < setup.Terminals.Count; row++)
        {
            var listed = setup.Terminals[row].ListedProducts;
            for (var column = 0; column < listed.Count; column++)
            {
                var cell = firstCell[row] + column;
                productColumns[cell] = setup.IndexOf(listed[column]);
                Opening[cell] = Stock[cell] = openEmpty ? 0 : OpeningStock.Of(setup, row, column).Count;
            }
        }
    }

    public int[] Stock { get; }

    public int[] Opening { get; }

    public int[] LastCount { get; }

    public int[] DeliveredSince { get; }

    public int[] OnOrder { get; }

    /// <summary>Totals since the world began.</summary>
    public long[] Sold { get; }

    public long[] Lost { get; }

    public long[] Delivered { get; }

    public int Count => Stock.Length;

    public Range CellsOf(int terminal) => firstCell[terminal]..firstCell[terminal + 1];

    /// <summary>The cell of a product at an outlet, or -1 where it is not listed.</summary>
    public int CellOf(int terminal, ProductId product)
    {
        var column = setup.IndexOf(product);
        for (var cell = firstCell[terminal]; cell < firstCell[terminal + 1]; cell++)
        {
            if (productColumns[cell] == column)
                return cell;
        }

        return -1;
    }

    public ProductId ProductAt(int cell) => setup.Products[productColumns[cell]].Id;

    public Units? CountedAt(int cell) => LastCount[cell] == NoCount ? null : new Units(LastCount[cell]);
}
