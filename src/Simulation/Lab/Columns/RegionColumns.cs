namespace Territory.Simulation.Lab.Columns;

/// <summary>What changes of a region's terminals, a column a figure.</summary>
/// <remarks>21 bytes a terminal and 8 for each product; rules that not every market has add 4 (display), 12 (prices), 2 (delisting), and known shelves 4 for each product and 1, and are empty else. A terminal's products lie beside each other (<see cref="ShelfOf"/>), so that a call finds them in a line or two of the cache.</remarks>
internal sealed class RegionColumns(int terminals, int products)
{
    public const int Never = int.MaxValue;

    public int Terminals { get; } = terminals;

    public int Products { get; } = products;

    /// <summary>Units a day of all our products that an adopted terminal sells at no goodwill; 0 where not adopted.</summary>
    public float[] Rate { get; } = new float[terminals];

    public float[] Goodwill { get; } = new float[terminals];

    public byte[] Adopted { get; } = new byte[terminals];

    /// <summary>Day of the run of the last call; -1 before the first.</summary>
    public int[] LastCall { get; } = Filled(terminals, -1);

    /// <summary>From which day on the terminal is to be called.</summary>
    public int[] NextCall { get; } = Filled(terminals, Never);

    /// <summary>From which day on the open order may be delivered; <see cref="Never"/> without one.</summary>
    public int[] OrderDue { get; } = Filled(terminals, Never);

    /// <summary>Display of ours, from 0 to 1.</summary>
    public float[] Display { get; init; } = [];

    /// <summary>Price over list price when no call has lately corrected it; what it makes of demand, and what the corrected one does.</summary>
    public float[] UsualPrice { get; init; } = [];

    public float[] UsualPriceFactor { get; init; } = [];

    public float[] KeptPriceFactor { get; init; } = [];

    /// <summary>Evenings on end on which an adopted terminal had nothing of ours.</summary>
    public ushort[] EmptyEvenings { get; init; } = [];

    /// <summary>What a terminal sells of a product over what its rate and the product's weight say, 0 where it does not list it; empty: 1, as classes list it.</summary>
    public float[] Tastes { get; init; } = [];

    /// <summary>1 where somebody has counted; empty where everyone who sells us counts as counted.</summary>
    public byte[] Counted { get; init; } = [];

    public ushort[] Stock { get; } = new ushort[terminals * products];

    public ushort[] SoldSinceCall { get; } = new ushort[terminals * products];

    public ushort[] OnOrder { get; } = new ushort[terminals * products];

    /// <summary>What shoppers who found the shelf empty will ask for tomorrow.</summary>
    public ushort[] Carried { get; } = new ushort[terminals * products];

    /// <summary>Where the columns by terminal and product hold one.</summary>
    public int ShelfOf(int terminal, int product) => (terminal * Products) + product;

    public void Carry(int shelf) => Carried[shelf] = (ushort)Math.Min(ushort.MaxValue, Carried[shelf] + 1);

    private static int[] Filled(int count, int value)
    {
        var column = new int[count];
        Array.Fill(column, value);
        return column;
    }
}
