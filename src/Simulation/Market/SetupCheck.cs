using Territory.Model.Problems;

namespace Territory.Simulation.Market;

/// <summary>Collects everything wrong with a market's setup, to be reported at once.</summary>
internal sealed class SetupCheck
{
    private readonly List<Problem> problems = [];

    public Dictionary<TKey, int> Index<TItem, TKey>(IReadOnlyList<TItem> items, string what, Func<TItem, TKey> key)
        where TKey : struct
    {
        var indexes = new Dictionary<TKey, int>(items.Count);
        for (var index = 0; index < items.Count; index++)
        {
            if (!indexes.TryAdd(key(items[index]), index))
                Add($"market.{what}.duplicate", $"Each {what} id may be given once.", key(items[index]));
        }

        return indexes;
    }

    public Dictionary<TKey, TItem> ByKey<TItem, TKey>(IReadOnlyList<TItem> items, string what, Func<TItem, TKey> key)
        where TKey : struct
    {
        var index = Index(items, what, key);
        return index.ToDictionary(pair => pair.Key, pair => items[pair.Value]);
    }

    public void References(MarketSetup setup)
    {
        foreach (var terminal in setup.Terminals)
        {
            foreach (var product in terminal.ListedProducts.Where(product => setup.IndexOf(product) < 0))
                Add("market.terminal.product-unknown", $"Terminal {terminal.Id} lists a product that the market does not have.", product);
            if (terminal.ListedProducts.Distinct().Count() != terminal.ListedProducts.Count)
                Add("market.terminal.product-twice", "A terminal lists each product once.", terminal.Id);
            if (terminal.Distributor is { } distributor && !setup.Contains(distributor))
                Add("market.terminal.distributor-unknown", $"Terminal {terminal.Id} has a distributor that the market does not have.", distributor);
            if (terminal.Rep is { } rep && !setup.Contains(rep))
                Add("market.terminal.rep-unknown", $"Terminal {terminal.Id} has a rep that the market does not have.", rep);
        }

        foreach (var vehicle in setup.Vehicles.Where(vehicle => !setup.Contains(vehicle.Distributor)))
            Add("market.vehicle.distributor-unknown", $"Vehicle {vehicle.Id} belongs to a distributor that the market does not have.", vehicle.Distributor);
        foreach (var product in setup.Products.Where(product => product.UnitsPerCase <= 0))
            Add("market.product.case-empty", $"Product {product.Id} needs at least one unit in a case.", product.UnitsPerCase);
        if (setup.Rates.SeasonByMonth.Count != 12 || setup.Rates.SeasonByMonth.Any(factor => !(factor > 0)))
            Add("market.rates.season", "The season has twelve factors above 0.", setup.Rates.SeasonByMonth.Count);
    }

    public void ThrowIfAny()
    {
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }

    private void Add(string code, string rule, object value) => problems.Add(new Problem(code, rule, Value: value.ToString()));
}
