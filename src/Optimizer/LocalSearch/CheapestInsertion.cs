using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.LocalSearch;

/// <summary>Puts absent clients into the routes of a local search, each at its cheapest place beside a neighbour or in an unused vehicle.</summary>
/// <remarks>Complexity: O(neighbours) a client, O(clients) where none of its neighbours is served. Source: greedy insertion after Solomon (1987).</remarks>
internal sealed class CheapestInsertion(LinkedRoutes routes, Neighbourhood neighbourhood)
{
    private int place;
    private int window;
    private long least;

    /// <summary>Inserts one client and notes its vehicle.</summary>
    /// <returns>Whether there was a place at all.</returns>
    public bool Insert(int client, VehicleSet changed)
    {
        (place, least) = (-1, LinkedRoutes.Impossible / 2);
        foreach (var near in neighbourhood.Of(client))
        {
            if (routes.VehicleOf[near] < 0)
                continue;
            Try(client, near);
            Try(client, routes.Previous[near]);
        }

        for (var type = 0; type < routes.Data.VehicleTypes.Count; type++)
        {
            var vehicle = routes.UnusedVehicle(type);
            if (vehicle >= 0)
                Try(client, routes.StartOf(vehicle));
        }

        if (place < 0)
            TryEverywhere(client);
        if (place < 0)
            return false;
        var next = routes.Next[place];
        routes.Link(place, client);
        routes.Link(client, next);
        routes.Window[client] = window;
        changed.Add(routes.VehicleOf[place]);
        routes.Update(routes.VehicleOf[place]);
        return true;
    }

    private void TryEverywhere(int client)
    {
        for (var vehicle = 0; vehicle < routes.Data.VehicleCount; vehicle++)
        {
            for (var entry = routes.StartOf(vehicle); !routes.IsEnd(entry); entry = routes.Next[entry])
                Try(client, entry);
        }
    }

    private void Try(int client, int after)
    {
        var vehicle = routes.VehicleOf[after];
        if (!routes.MayServe(vehicle, client, client))
            return;
        var next = routes.Next[after];
        var cost = routes.ArcCost(vehicle, after, client, withTime: false) + routes.ArcCost(vehicle, client, next, withTime: false)
            + routes.LoadChange(routes.TripEnd[after], client, client, 1);
        cost += routes.IsUnused(vehicle) ? routes.FixedCost(vehicle) : -routes.ArcCost(vehicle, after, next, withTime: false);
        if (cost >= least + (routes.Data.IsTimed ? routes.TimeCost[vehicle] : 0))
            return;
        var data = routes.Data;
        for (var choice = data.WindowOffset[client]; choice < data.WindowOffset[client + 1]; choice++)
        {
            var total = cost;
            if (data.IsTimed)
            {
                var day = new SequenceTiming(routes, after);
                day.Add(client, new TimeWindowSegment(data.Service[client], 0, data.WindowEarly[choice], data.WindowLate[choice]));
                total += routes.TimeCostOf(vehicle, day.End(next)) - routes.TimeCost[vehicle];
            }

            if (total < least)
                (place, window, least) = (after, choice, total);
        }
    }
}
