using Territory.Model.Calendar;
using Territory.Model.Quantities;
using Territory.Simulation.Market.Reports;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Rules;

/// <summary>Sales of an interval between two events of an outlet.</summary>
/// <remarks>
/// demand(p) is a Poisson draw of (seed, terminal and product, day, interval number) with mean = daily mean x the interval's share of the day;
/// sold = min(stock, demand), lost = demand - sold. Sums of independent Poisson draws are Poisson, so how many events cut the day changes
/// the draws but not their law.
/// </remarks>
public static class SalesSettlement
{
    /// <summary>What consumers ask for in the interval; products that nobody asks for are left out.</summary>
    public static List<ProductDemand> Demand(MarketSetup setup, int terminal, DateOnly date, int number, double shareOfDay)
    {
        var demand = new List<ProductDemand>();
        if (shareOfDay <= 0)
            return demand;
        var factor = setup.Demand.DayFactor(terminal, date) * shareOfDay;
        var listed = setup.Terminals[terminal].ListedProducts;
        var day = SimDay.Of(date);
        for (var column = 0; column < listed.Count; column++)
        {
            var draw = Draw.At(setup.Seed, DrawPurpose.Demand, setup.Demand.KeyOf(terminal, column), day, number);
            var units = Poisson.Sample(ref draw, setup.Demand.BaseUnitsPerDay(terminal, column) * factor);
            if (units > 0)
                demand.Add(new ProductDemand(listed[column], new Units(units)));
        }

        return demand;
    }

    public static (Units Sold, Units Lost) Settle(Units stock, Units demand)
    {
        var sold = Math.Min(stock.Count, demand.Count);
        return (new Units(sold), new Units(demand.Count - sold));
    }
}
