using Territory.Model.Terminals;
using Territory.ReadModel.Terminals;
using Territory.Simulation.Lab.Scenarios.Census;

namespace Territory.Grains.Lab;

/// <summary>A live terminal as the lab sees it.</summary>
internal sealed record LiveTerminal(TerminalFile File, Shelf Shelf, DateOnly? LastVisitOn, DateOnly RegisteredOn)
{
    /// <summary>Whether it has any of our products on the shelf.</summary>
    public bool Sells => File.Status == TerminalStatus.Active && Shelf.Stock.Any(units => units > 0);

    /// <summary>Whether it buys from us: who has sold out, or waits for the first order, is no stranger.</summary>
    public bool Buys => Sells || (File.Status == TerminalStatus.Active && (Shelf.OnOrder.Any(units => units > 0) || Shelf.LastCount.Any(count => count != Shelf.NeverCounted)));

    /// <summary>What it lists, has, waits for and sells.</summary>
    public ScenarioShelf ToScenarioShelf()
    {
        var sold = Shelf.Sales.Days > 0 ? Shelf.Sales.Sums(Shelf.Products.Length) : new int[Shelf.Products.Length];
        return new ScenarioShelf(
            [.. Enumerable.Range(0, Shelf.Listed).Select(index => new ShelfLine(Shelf.Products[index].Value, Shelf.Stock[index], Shelf.OnOrder[index], SoldSinceCount(index), sold[index]))],
            Shelf.LastCount.Any(count => count != Shelf.NeverCounted),
            LastVisitOn,
            Shelf.Sales.Days,
            RegisteredOn);
    }

    private int SoldSinceCount(int index) =>
        Shelf.LastCount[index] == Shelf.NeverCounted ? 0 : Math.Max(0, Shelf.LastCount[index] + Shelf.Received[index] - Shelf.Stock[index]);
}
