using System.Runtime.CompilerServices;
using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Localised;

/// <summary>Puts absent clients back one by one, each beside the neighbour where it is cheapest, now and then overlooking a place.</summary>
/// <remarks>
/// Algorithm: greedy insertion with blinks, among the places beside the nearest clients and an unused vehicle. Complexity: O(neighbours) a client.
/// Source: Christiaens and Vanden Berghe (2020), section 5.3; the restriction to neighbours follows granular search, Toth and Vigo (2003).
/// </remarks>
internal sealed class NearRecreate
{
    private readonly Neighbourhood wide;
    private const int PlacesABlink = 100;

    private readonly ChainedRoutes routes;
    private readonly ProblemData data;
    private readonly Neighbourhood neighbourhood;
    private readonly InsertionOrder order;
    private readonly bool isSymmetric;
    private int untilBlink = 1;

    public NearRecreate(ChainedRoutes routes, Neighbourhood neighbourhood, Neighbourhood wide, bool isSymmetric)
    {
        this.wide = wide;
        this.routes = routes;
        this.neighbourhood = neighbourhood;
        this.isSymmetric = isSymmetric;
        data = routes.Data;
        order = new InsertionOrder(data);
    }

    /// <summary>Inserts what it can; the rest stays in <paramref name="absent"/>.</summary>
    public void Recreate(Xoshiro256 random, NodeList absent)
    {
        var clients = absent.Items;
        order.Arrange(clients, random);
        absent.Clear();
        foreach (var client in clients)
        {
            var after = Cheapest(client, random, out var cost);
            if (after < 0 || cost >= data.LeaveOutCost[client])
                absent.Add(client);
            else
                routes.Insert(client, after);
        }
    }

    /// <summary>The entry to stand after, or -1.</summary>
    private int Cheapest(int client, Xoshiro256 random, out long cost)
    {
        var found = -1;
        cost = long.MaxValue;
        var vehicle = routes.UnusedVehicle;
        if (vehicle >= 0 && routes.HasRoom(vehicle, client) && (!routes.IsTimed || routes.IsInTime(client, routes.DepotOf(vehicle))))
        {
            found = routes.DepotOf(vehicle);
            cost = routes.CostAlone(client);
        }

        var least = found < 0 ? long.MaxValue : Ceiling(cost);
        var depot = found;
        TryBeside(client, neighbourhood.Of(client), random, ref found, ref least);
        if (found == depot)
            TryBeside(client, wide.Of(client)[Math.Min(wide.Size, neighbourhood.Size)..], random, ref found, ref least);
        if (found >= 0 && found != depot)
            cost = routes.Rate * least;
        return found;
    }

    private void TryBeside(int client, ReadOnlySpan<int> places, Xoshiro256 random, ref int found, ref long least)
    {
        if (isSymmetric)
            TryBesideSymmetric(client, places, random, ref found, ref least);
        else
            TryBesideAsymmetric(client, places, random, ref found, ref least);
    }

    private void TryBesideSymmetric(int client, ReadOnlySpan<int> places, Xoshiro256 random, ref int found, ref long least)
    {
        // A place between two entries is tried beside the nearer of them, so its detour is at least twice the way there less its arc.
        var row = data.Distances.From(client);
        var home = row[routes.Location[routes.DepotOf(0)]];
        foreach (var near in places)
        {
            ref readonly var link = ref routes[near];
            var here = row[near];
            var bound = (long)here + Math.Min(here, home);
            var isAfter = bound - link.ToNext < least;
            var isBefore = bound - link.FromPrevious < least;
            if (!(isAfter | isBefore) || link.Vehicle < 0 || !routes.HasRoom(link.Vehicle, client))
                continue;
            if (isAfter)
                Try((long)here + row[routes.Location[link.Next]] - link.ToNext, client, near, random, ref found, ref least);
            if (isBefore)
                Try((long)here + row[routes.Location[link.Previous]] - link.FromPrevious, client, link.Previous, random, ref found, ref least);
        }
    }

    private void TryBesideAsymmetric(int client, ReadOnlySpan<int> places, Xoshiro256 random, ref int found, ref long least)
    {
        var distances = data.Distances;
        foreach (var near in places)
        {
            ref readonly var link = ref routes[near];
            if (link.Vehicle < 0 || !routes.HasRoom(link.Vehicle, client))
                continue;
            var (before, after) = (routes.Location[link.Previous], routes.Location[link.Next]);
            Try((long)distances.Between(near, client) + distances.Between(client, after) - link.ToNext, client, near, random, ref found, ref least);
            Try((long)distances.Between(before, client) + distances.Between(client, near) - link.FromPrevious, client, link.Previous, random, ref found, ref least);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Try(long detour, int client, int after, Xoshiro256 random, ref int found, ref long least)
    {
        if (detour >= least || (routes.IsTimed && !routes.IsInTime(client, after)) || Blinks(random))
            return;
        least = detour;
        found = after;
    }

    /// <summary>The least detour that costs as much.</summary>
    private long Ceiling(long cost) => routes.Rate == 0 ? long.MaxValue : (cost + routes.Rate - 1) / routes.Rate;

    private bool Blinks(Xoshiro256 random)
    {
        if (--untilBlink > 0)
            return false;
        // The places up to the next blink, as if each had been drawn for.
        untilBlink = 1 + (int)(LogTable.NegativeLog(random) * PlacesABlink);
        return true;
    }
}
