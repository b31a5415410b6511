namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>A product at a terminal.</summary>
internal sealed class ShelfItem(ProductAgent product)
{
    public ProductAgent Product { get; } = product;

    public int Stock { get; set; }

    public int SoldSinceCall { get; set; }

    public int OnOrder { get; set; }

    public int Carried { get; private set; }

    /// <summary>Taken in and sold since the run began, for the terminal's own balance.</summary>
    public long Received { get; private set; }

    public long Sold { get; private set; }

    public int Opening { get; private set; }

    public bool Balances => Opening + Received - Sold == Stock;

    public void Open(int units) => Opening = Stock = units;

    public void Sell(int units)
    {
        Stock -= units;
        SoldSinceCall += units;
        Sold += units;
    }

    public void Receive(int units)
    {
        OnOrder -= units;
        Stock += units;
        Received += units;
    }

    public void Carry() => Carried = Math.Min(ushort.MaxValue, Carried + 1);

    public int TakeCarried()
    {
        var units = Carried;
        Carried = 0;
        return units;
    }
}
