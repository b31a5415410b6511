using Territory.Optimizer.Randomness;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Genetic;

/// <summary>Selective route exchange: puts neighbouring routes of one parent in the place of the most similar ones of the other.</summary>
/// <remarks>
/// A client that would be served twice stays in one of the two, by lot; one that nobody serves any more is left for the caller to insert. A route keeps its
/// vehicle's type. Complexity: O(clients). Source: Nagata, Bräysy and Dullaert (2010), as used by PyVRP (Wouda, Lan and Kool, 2024).
/// </remarks>
internal sealed class RouteExchange(ProblemData data)
{
    private readonly bool[] isOut = new bool[data.LocationCount];
    private readonly bool[] isIn = new bool[data.LocationCount];
    private readonly bool[] isServed = new bool[data.LocationCount];
    private readonly bool[] isVehicleTaken = new bool[data.VehicleCount];

    /// <param name="missing">Receives the clients that the child does not serve.</param>
    public void Cross(Individual first, Individual second, Individual child, NodeList missing, Xoshiro256 random)
    {
        var most = Math.Min(first.RouteCount, second.RouteCount);
        var moved = 1 + random.Next(Math.Max(1, most - 1));
        var startOut = random.Next(first.RouteCount);
        Array.Clear(isOut);
        for (var i = 0; i < moved; i++)
        {
            foreach (var client in first.Route((startOut + i) % first.RouteCount))
                isOut[client] = true;
        }

        var startIn = MostSimilar(second, moved);
        Array.Clear(isIn);
        for (var i = 0; i < moved; i++)
        {
            foreach (var client in second.Route((startIn + i) % second.RouteCount))
                isIn[client] = true;
        }

        child.Clear();
        Array.Clear(isServed);
        Array.Clear(isVehicleTaken);
        var newKeepTheirs = random.Next(2) == 0;
        for (var i = moved; i < first.RouteCount; i++)
        {
            var route = (startOut + i) % first.RouteCount;
            if (Take(first, route, first.VehicleOf(route), child, newKeepTheirs ? isIn : null, without: true))
                child.Settle();
        }

        for (var i = 0; i < moved; i++)
        {
            var route = (startIn + i) % second.RouteCount;
            var vehicle = FreeVehicle(second.VehicleOf(route));
            if (vehicle >= 0)
                Take(second, route, vehicle, child, newKeepTheirs ? null : isOut, without: false);
        }

        missing.Clear();
        for (var client = data.DepotCount; client < data.LocationCount; client++)
        {
            if (!isServed[client])
                missing.Add(client);
        }
    }

    /// <summary>The run of routes with the fewest clients that only it or only what goes out has.</summary>
    private int MostSimilar(Individual individual, int moved)
    {
        var (best, bestDifference, difference) = (0, int.MaxValue, 0);
        for (var i = 0; i < moved; i++)
            difference += Difference(individual.Route(i));
        for (var start = 0; start < individual.RouteCount; start++)
        {
            if (difference < bestDifference)
                (best, bestDifference) = (start, difference);
            difference += Difference(individual.Route((start + moved) % individual.RouteCount)) - Difference(individual.Route(start));
        }

        return best;
    }

    /// <summary>A client outside adds one; a client inside takes one of those away that the exchange leaves unserved.</summary>
    private int Difference(ReadOnlySpan<int> route)
    {
        var difference = 0;
        foreach (var client in route)
            difference += isOut[client] ? -1 : 1;
        return difference;
    }

    /// <returns>Whether the route was taken whole.</returns>
    private bool Take(Individual parent, int route, int vehicle, Individual child, bool[]? chosen, bool without)
    {
        var clients = parent.Route(route);
        var windows = parent.RouteWindows(route);
        var isWhole = true;
        child.Begin(vehicle);
        for (var i = 0; i < clients.Length; i++)
        {
            if ((chosen is not null && chosen[clients[i]] == without) || isServed[clients[i]])
            {
                isWhole = false;
                continue;
            }

            child.Add(clients[i], windows[i]);
            isServed[clients[i]] = true;
        }

        child.End();
        isVehicleTaken[vehicle] = true;
        return isWhole;
    }

    private int FreeVehicle(int wanted)
    {
        if (!isVehicleTaken[wanted])
            return wanted;
        var type = data.TypeOfVehicle[wanted];
        for (var vehicle = data.FirstVehicleOfType[type]; vehicle < data.FirstVehicleOfType[type + 1]; vehicle++)
        {
            if (!isVehicleTaken[vehicle])
                return vehicle;
        }

        return -1;
    }
}
