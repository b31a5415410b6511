using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Sweep;

/// <summary>The products of a run as columns, and what a day does to their demand.</summary>
internal sealed class ProductTable
{
    private readonly LabSetup setup;
    private readonly double[] priceFactors;

    public ProductTable(LabSetup setup)
    {
        this.setup = setup;
        var products = setup.Products;
        Count = products.Count;
        var total = 0.0;
        foreach (var product in products)
            total += product.Weight;
        Weights = [.. products.Select(product => product.Weight / total)];
        UnitsPerCase = [.. products.Select(product => product.UnitsPerCase)];
        ListedTo = [.. products.Select(product => (byte)product.ListedTo)];
        LeastListed = ListedTo.Min();
        CostPerCase = [.. products.Select(product => product.CostPerCase.MinorUnits)];
        FactoryPerCase = [.. products.Select(product => product.FactoryPerCase.MinorUnits)];
        ChannelPerCase = [.. products.Select(product => product.ChannelPerCase.MinorUnits)];
        RetailPerUnit = [.. products.Select(product => product.RetailPerUnit.MinorUnits)];
        priceFactors = [.. products.Select(product => PriceRule.Factor(
            product.RetailPerUnit.MinorUnits,
            (product.ReferencePerUnit ?? product.RetailPerUnit).MinorUnits,
            setup.Rules.Response.PriceElasticity))];
    }

    public int Count { get; }

    /// <summary>Parts of our brand's demand, 1 together.</summary>
    public double[] Weights { get; }

    public int[] UnitsPerCase { get; }

    /// <summary>The last class that lists the product.</summary>
    public byte[] ListedTo { get; }

    /// <summary>The first of those; 2 where every class lists everything.</summary>
    public int LeastListed { get; }

    public long[] CostPerCase { get; }

    public long[] FactoryPerCase { get; }

    public long[] ChannelPerCase { get; }

    public long[] RetailPerUnit { get; }

    /// <summary>
    /// Of each product, its weight times what season, weekday, promotions, price and the rivals' reaction make of a day; returns the category's factor:
    /// season by weight, and weekday.
    /// </summary>
    public double DayFactors(DateOnly date, LabRivals rivals, bool rivalsReact, double[] factors)
    {
        var weekday = WeekdayRule.Factor(setup.Rules.Weekdays, date);
        var category = 0.0;
        for (var index = 0; index < Count; index++)
        {
            var product = setup.Products[index];
            var season = Market.Rules.DemandRates.SeasonFactor(product.SeasonByMonth, date);
            var reaction = rivalsReact ? RivalReaction.Factor(product.Promotions, date, rivals) : 1;
            category += Weights[index] * season;
            factors[index] = Weights[index] * season * weekday * PromotionRule.Factor(product.Promotions, date) * priceFactors[index] * reaction;
        }

        return category * weekday;
    }

    /// <summary>Minor units that the day's promotions cost in a region.</summary>
    public long PromotionCost(DateOnly date)
    {
        long cost = 0;
        foreach (var product in setup.Products)
        {
            foreach (var promotion in product.Promotions)
            {
                if (date >= promotion.From && date <= promotion.Until)
                    cost += promotion.CostPerDay.MinorUnits;
            }
        }

        return cost;
    }
}
