using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>What leaving each shipment out costs for the time being, so that a search that has no vehicle to spare can pass through solutions that do not serve everybody.</summary>
/// <remarks>
/// Algorithm: every <see cref="Period"/> iterations what the current solution leaves out becomes dearer; where it leaves nothing out, everything becomes cheaper. So the search goes to and fro
/// between whole solutions and those that lack a few shipments, and one that is hard to place comes to push out others. Complexity: O(stops left out) a sum, O(stops) a period.
/// Source: the request bank of Ropke and Pisinger (2006), with a price of its own for each shipment after the penalties of guided ejection search, Nagata and Kobayashi (2010).
/// </remarks>
internal sealed class ShipmentPrices
{
    /// <summary>Long enough to look for a place before the price goes up.</summary>
    public const int Period = 128;

    private const double Rise = 1.1;
    private const double Fall = 0.97;

    /// <summary>Prices of a stop in lengths of one; without a most a shipment that has no place for long would not be cheap again for as long.</summary>
    private const double First = 5;
    private const double Least = 0.25;
    private const double Most = 100;

    private readonly double[] prices;
    private readonly double least;
    private readonly double most;
    private int iterations;

    /// <param name="typicalLength">What a stop of a good solution costs on average.</param>
    public ShipmentPrices(ProblemData data, double typicalLength)
    {
        prices = new double[data.LocationCount];
        Array.Fill(prices, First * typicalLength);
        (least, most) = (Least * typicalLength, Most * typicalLength);
    }

    /// <summary>Whether every stop has to be served, so that what leaving one out costs is for the search to say, and places are found quickly.</summary>
    public static bool Covers(ProblemData data) => data.ShipmentArcs is not null && data.Clients.All(client => client.IsRequired);

    public long Of(ReadOnlySpan<int> absent)
    {
        double sum = 0;
        foreach (var client in absent)
            sum += prices[client];
        return (long)sum;
    }

    /// <summary>Called after each iteration.</summary>
    /// <param name="absent">Both stops of each shipment that the current solution leaves out.</param>
    public void Note(ReadOnlySpan<int> absent)
    {
        if (++iterations % Period != 0)
            return;
        foreach (var client in absent)
            prices[client] = Math.Min(prices[client] * Rise, most);
        for (var client = 0; client < prices.Length && absent.Length == 0; client++)
            prices[client] = Math.Max(prices[client] * Fall, least);
    }
}
