namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>A neighbourhood: its terminals, how many have adopted, and who looks for another store tomorrow.</summary>
internal sealed class CellAgent(int products)
{
    public List<TerminalAgent> Terminals { get; } = [];

    public int Adopted { get; set; }

    public int[] Switched { get; } = new int[products];

    public double AdoptedShare => (double)Adopted / Terminals.Count;
}
