using Territory.Model.Ids;
using Territory.Simulation.Market.Rules;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market;

/// <summary>Mean demand of every listed product of every outlet, as <see cref="DemandRates"/> defines it, worked out once for a setup.</summary>
/// <remarks>Rows are the setup's terminals; the columns of a row are its listed products in their order in the file.</remarks>
public sealed class DemandTable
{
    private readonly MarketSetup setup;
    private readonly double[][] baseUnitsPerDay;
    private readonly EntityKey[][] keys;

    internal DemandTable(MarketSetup setup)
    {
        this.setup = setup;
        var productKeys = setup.Products.Select(product => EntityKey.Of(product.Id)).ToArray();
        var popularity = productKeys.Select(key => DemandRates.Popularity(setup.Seed, key, setup.Rates.ProductSpread)).ToArray();
        var total = SumById(Enumerable.Range(0, popularity.Length), popularity);

        baseUnitsPerDay = new double[setup.Terminals.Count][];
        keys = new EntityKey[setup.Terminals.Count][];
        var weights = new double[popularity.Length];
        for (var row = 0; row < baseUnitsPerDay.Length; row++)
        {
            var terminal = setup.Terminals[row];
            var terminalKey = EntityKey.Of(terminal.Id);
            var listed = terminal.ListedProducts.Select(product => setup.IndexOf(product)).ToArray();
            foreach (var product in listed)
            {
                weights[product] = popularity[product]
                    * DemandRates.Taste(setup.Seed, terminalKey, productKeys[product], setup.Rates.TasteSpread);
            }

            var covered = SumById(listed, popularity) / total;
            var weight = SumById(listed, weights);
            baseUnitsPerDay[row] = [.. listed.Select(product => DemandRates.BaseUnitsPerDay(
                terminal, setup.Products[product], covered, weights[product] / weight, setup.Rates))];
            keys[row] = [.. listed.Select(product => terminalKey.With(productKeys[product]))];
        }
    }

    /// <summary>Units a day in an average week of an average season.</summary>
    public double BaseUnitsPerDay(int terminal, int column) => baseUnitsPerDay[terminal][column];

    public double UnitsPerDay(TerminalId terminal, ProductId product, DateOnly date)
    {
        var row = setup.IndexOf(terminal);
        if (row < 0)
            return 0;
        var listed = setup.Terminals[row].ListedProducts;
        for (var column = 0; column < listed.Count; column++)
        {
            if (listed[column] == product)
                return baseUnitsPerDay[row][column] * DayFactor(row, date);
        }

        return 0;
    }

    /// <summary>Weekday and season together.</summary>
    public double DayFactor(int terminal, DateOnly date) =>
        DemandRates.WeekdayFactor(setup.Terminals[terminal].Kind, date.DayOfWeek) * DemandRates.SeasonFactor(setup.Rates.SeasonByMonth, date);

    internal EntityKey KeyOf(int terminal, int column) => keys[terminal][column];

    /// <summary>Adds in the order of the products' ids, because a sum of doubles depends on the order of its terms.</summary>
    private double SumById(IEnumerable<int> products, double[] values)
    {
        var sum = 0.0;
        foreach (var product in products.OrderBy(product => setup.Products[product].Id.Value, StringComparer.Ordinal))
            sum += values[product];
        return sum;
    }
}
