using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios.Census;

/// <summary>A census's shelves as the lab's columns. What stands there of products that the scenario does not have is left out.</summary>
public static class CensusShelves
{
    /// <returns>Null where the census does not say how its shelves stand.</returns>
    public static LabOpeningShelves? Of(IReadOnlyList<ScenarioTerminal> census, IReadOnlyList<LabProduct> products, DateOnly firstDay)
    {
        if (census.Count == 0 || census.Any(terminal => terminal.Shelf is null))
            return null;
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var (index, product) in products.Index())
            places.TryAdd(product.Id, index);
        var cells = census.Count * products.Count;
        var shelves = new LabOpeningShelves
        {
            Listed = new bool[cells],
            Stock = new ushort[cells],
            OnOrder = new ushort[cells],
            SoldSinceCall = new ushort[cells],
            Sold = new int[cells],
            SoldDays = [.. census.Select(terminal => terminal.Shelf!.SoldDays)],
            DaysKnown = [.. census.Select(terminal => terminal.Shelf!.KnownSince is { } day ? Math.Max(0, firstDay.DayNumber - day.DayNumber) : 0)],
            Counted = [.. census.Select(terminal => terminal.Shelf!.IsCounted)],
            DaysSinceCall = [.. census.Select(terminal => terminal.Shelf!.LastCall is { } day ? Math.Max(0, firstDay.DayNumber - day.DayNumber) : 0)],
        };
        foreach (var (row, terminal) in census.Index())
        {
            foreach (var line in terminal.Shelf!.Lines)
            {
                if (!places.TryGetValue(line.Product, out var product))
                    continue;
                var cell = (row * products.Count) + product;
                shelves.Listed[cell] = true;
                shelves.Stock[cell] = Units(line.Stock);
                // Whole cases are what comes.
                shelves.OnOrder[cell] = Units(line.OnOrder - (line.OnOrder % Math.Max(1, products[product].UnitsPerCase)));
                shelves.SoldSinceCall[cell] = Units(line.SoldSinceCount);
                shelves.Sold[cell] = Math.Max(0, line.Sold);
            }
        }

        return shelves;
    }

    private static ushort Units(int units) => (ushort)Math.Clamp(units, 0, Rules.ShelfOrder.MostUnits);
}
