using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>Puts two clients of a rich problem back at once that stayed out one by one: each may have a place, or one worth its price, only with the other on the same route.</summary>
/// <remarks>
/// Algorithm: a pair of absent clients, drawn, at its cheapest places on a few used vehicles from a drawn one on, and on an unused one of each type. Small problems try it in every recreation, others in
/// few of them. Complexity: O(entries²) walks a route.
/// </remarks>
internal sealed class PairInsertion(ProblemData data, CostEvaluator evaluator)
{
    /// <summary>Up to so many clients what is rarely worth its time is tried at once.</summary>
    public const int SmallProblem = 12;

    private const int Rarity = 256;
    private const int MostRoutes = 4;

    private readonly bool isSmall = data.ClientCount <= SmallProblem;

    /// <param name="absent">Whom nobody serves; a pair that finds a place is taken out of it.</param>
    /// <param name="touched">Receives the vehicle that takes the pair.</param>
    public void Insert(RouteSet set, int mostVehicles, Xoshiro256 random, NodeList absent, VehicleSet touched)
    {
        if (absent.Count < 2 || (!isSmall && random.Next(Rarity) != 0))
            return;
        var one = random.Next(absent.Count);
        var other = (one + 1 + random.Next(absent.Count - 1)) % absent.Count;
        var (first, second) = (absent[one], absent[other]);
        if (!StandsAlone(first) || !StandsAlone(second))
            return;
        var (best, isTurned) = (ShipmentPlace.None, false);
        var from = random.Next(Math.Max(1, set.UsedCount));
        for (var i = 0; i < Math.Min(MostRoutes, set.UsedCount); i++)
            TryVehicle(set, set.Used[(from + i) % set.UsedCount], first, second, ref best, ref isTurned);
        for (var type = 0; type < data.VehicleTypes.Count && set.UsedCount < mostVehicles; type++)
        {
            if (set.UnusedVehicleFor(type, first, random.Next(2) == 0 ? random : null) is >= 0 and var vehicle)
                TryVehicle(set, vehicle, first, second, ref best, ref isTurned);
        }

        if (!best.Exists || best.Delta >= evaluator.LeaveOutCost(first) + evaluator.LeaveOutCost(second))
            return;
        set.Insert(isTurned ? second : first, isTurned ? first : second, best);
        touched.Add(best.Vehicle);
        absent.Remove(first);
        absent.Remove(second);
    }

    /// <summary>Whether nothing but its place decides whether a client is served.</summary>
    private bool StandsAlone(int client) => data.PartnerOf[client] < 0 && data.GroupOf[client] < 0;

    private void TryVehicle(RouteSet set, int vehicle, int first, int second, ref ShipmentPlace best, ref bool isTurned)
    {
        if (!set.MayServe(vehicle, first) || !set.MayServe(vehicle, second))
            return;
        var before = best;
        TryOrder(set.RouteOf(vehicle), first, second, ref best);
        isTurned &= best == before;
        before = best;
        TryOrder(set.RouteOf(vehicle), second, first, ref best);
        isTurned |= best != before;
    }

    private void TryOrder(Route route, int first, int second, ref ShipmentPlace best)
    {
        for (var at = 1; at < route.Length; at++)
        {
            for (var then = at; then < route.Length; then++)
            {
                for (var window = data.WindowOffset[first]; window < data.WindowOffset[first + 1]; window++)
                {
                    for (var next = data.WindowOffset[second]; next < data.WindowOffset[second + 1]; next++)
                    {
                        var place = new ShipmentPlace(route.Vehicle, at, then, window, next, TripChoice.Join, 0);
                        var delta = route.PairDelta(first, second, place);
                        if (delta < best.Delta)
                            best = place with { Delta = delta };
                    }
                }
            }
        }
    }
}
