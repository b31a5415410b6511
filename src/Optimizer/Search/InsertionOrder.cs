using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>In which order absent clients are put back: at random, by demand, by distance from the depot, or by their windows.</summary>
/// <remarks>Source: Christiaens and Vanden Berghe (2020), weights 4, 4, 2, 1; with windows also 2 each for short, early and late, as in their section on time windows.</remarks>
internal sealed class InsertionOrder
{
    private readonly int[][] ranks;
    private readonly int[] cumulativeWeights;
    private readonly int firstClient;

    public InsertionOrder(ProblemData data)
    {
        firstClient = data.DepotCount;
        // The more of what is brought and what is taken; the amount at both stops of a shipment.
        long Amount(int l, int d)
        {
            var at = (l * data.Dimensions) + d;
            return data.HasLoadProfile ? Math.Max(data.Demand[at], Math.Abs(data.NetLoad[at] + data.Demand[at])) : data.Demand[at];
        }

        var largest = Enumerable.Range(0, data.Dimensions)
            .Select(d => Math.Max(1, Enumerable.Range(0, data.LocationCount).Max(l => Amount(l, d)))).ToArray();
        // Dimensions are made comparable in parts of 2^20 of the largest demand.
        long Size(int l) => Enumerable.Range(0, data.Dimensions).Max(d => (long)((Int128)Amount(l, d) * (1 << 20) / largest[d]));
        long FromDepot(int l) => Enumerable.Range(0, data.DepotCount).Min(depot => (long)data.DistanceBetween(depot, l));
        long Early(int l) => data.WindowEarly[data.WindowOffset[l]];
        long Late(int l) => data.WindowLate[data.WindowOffset[l + 1] - 1];

        var keys = new List<(int Weight, Func<int, long> Key)> { (4, l => -Size(l)), (2, l => -FromDepot(l)), (1, FromDepot) };
        if (data.IsTimed)
            keys.AddRange([(2, l => Late(l) - Early(l)), (2, Early), (2, l => -Late(l))]);
        ranks = [.. keys.Select(key => RanksBy(data, key.Key))];
        cumulativeWeights = new int[keys.Count + 1];
        cumulativeWeights[0] = 4;
        for (var i = 0; i < keys.Count; i++)
            cumulativeWeights[i + 1] = cumulativeWeights[i] + keys[i].Weight;
    }

    public void Arrange(Span<int> clients, Xoshiro256 random)
    {
        var draw = random.Next(cumulativeWeights[^1]);
        if (draw < cumulativeWeights[0])
        {
            for (var i = clients.Length - 1; i > 0; i--)
            {
                var other = random.Next(i + 1);
                (clients[i], clients[other]) = (clients[other], clients[i]);
            }

            return;
        }

        var choice = 0;
        while (draw >= cumulativeWeights[choice + 1])
            choice++;
        var rank = ranks[choice];
        if (clients.Length > 64)
        {
            SortMany(clients, rank);
            return;
        }

        for (var i = 1; i < clients.Length; i++)
        {
            var client = clients[i];
            var place = i;
            for (; place > 0 && rank[clients[place - 1] - firstClient] > rank[client - firstClient]; place--)
                clients[place] = clients[place - 1];
            clients[place] = client;
        }
    }

    /// <summary>Apart, because what the comparison holds on to would be made anew with every call of the method that it stands in.</summary>
    private void SortMany(Span<int> clients, int[] rank) => clients.Sort((a, b) => rank[a - firstClient].CompareTo(rank[b - firstClient]));

    private static int[] RanksBy(ProblemData data, Func<int, long> key)
    {
        var sorted = Enumerable.Range(data.DepotCount, data.ClientCount).Select(l => (Key: key(l), Location: l)).Order().ToArray();
        var byLocation = new int[data.ClientCount];
        for (var i = 0; i < sorted.Length; i++)
            byLocation[sorted[i].Location - data.DepotCount] = i;
        return byLocation;
    }
}
