using Territory.Optimizer.Randomness;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Localised;

/// <summary>Takes strings of consecutive clients out of routes near one client.</summary>
/// <remarks>
/// Algorithm: adjacent string removal with split strings. Complexity: O(clients removed), and with windows the entries of the touched routes.
/// Source: Christiaens and Vanden Berghe, Slack Induction by String Removals for Vehicle Routing Problems (2020), section 5.
/// </remarks>
internal sealed class StringRuin(ChainedRoutes routes, Neighbourhood adjacency)
{
    private const double AverageRemoved = 10;
    private const double LongestString = 10;
    private const double SplitProbability = 0.5;
    private const double SplitGrowth = 0.01;

    private readonly VehicleSet touched = new(routes.Data.VehicleCount);

    /// <summary>Ruins around <paramref name="seed"/>, adding whom it removes to <paramref name="absent"/>.</summary>
    public void Ruin(int seed, Xoshiro256 random, NodeList absent)
    {
        var served = routes.Data.ClientCount - absent.Count;
        if (served == 0)
            return;
        touched.Clear();
        var longest = Math.Min(LongestString, (double)served / routes.UsedCount);
        var mostStrings = (4 * AverageRemoved / (1 + longest)) - 1;
        var strings = (int)((random.NextDouble() * mostStrings) + 1);
        strings -= RemoveAround(seed, longest, random, absent);
        foreach (var client in adjacency.Of(seed))
        {
            if (strings <= 0)
                break;
            strings -= RemoveAround(client, longest, random, absent);
        }

        if (!routes.IsTimed)
            return;
        foreach (var vehicle in touched.Items)
        {
            if (!routes.Retime(vehicle))
                TakeApart(vehicle, absent);
        }
    }

    private int RemoveAround(int client, double longest, Xoshiro256 random, NodeList absent)
    {
        var vehicle = routes.VehicleOf(client);
        if (vehicle < 0 || touched.Contains(vehicle))
            return 0;
        touched.Add(vehicle);
        var size = routes.Size[vehicle];
        var length = Math.Min((int)((random.NextDouble() * Math.Min(longest, size)) + 1), size);
        var kept = 0;
        if (length > 1 && length < size && random.NextDouble() < SplitProbability)
        {
            kept = 1;
            while (length + kept < size && random.NextDouble() < SplitGrowth)
                kept++;
        }

        // The span holds the client: as many entries before it as the draw says, of those that leave room for the rest behind it.
        var span = length + kept;
        var before = Reach(client, span - 1, forwards: false);
        var behind = Reach(client, span - 1, forwards: true);
        var fewest = span - 1 - behind;
        var at = client;
        for (var back = fewest + random.Next(before - fewest + 1); back > 0; back--)
            at = routes.Previous(at);
        var keptFrom = kept == 0 ? span : 1 + random.Next(length - 1);
        for (var i = 0; i < span; i++)
        {
            var next = routes.Next(at);
            if (i < keptFrom || i >= keptFrom + kept)
            {
                routes.Remove(at);
                absent.Add(at);
            }

            at = next;
        }

        return 1;
    }

    /// <summary>How many clients, at most so many, stand beside a client in one direction.</summary>
    private int Reach(int client, int most, bool forwards)
    {
        var count = 0;
        for (var at = client; count < most; count++)
        {
            at = forwards ? routes.Next(at) : routes.Previous(at);
            if (routes.IsDepot(at))
                break;
        }

        return count;
    }

    /// <summary>Without the triangle inequality a shorter route can be a slower one; such a route is taken apart.</summary>
    private void TakeApart(int vehicle, NodeList absent)
    {
        var depot = routes.DepotOf(vehicle);
        while (routes.Next(depot) != depot)
        {
            absent.Add(routes.Next(depot));
            routes.Remove(routes.Next(depot));
        }
    }
}
