using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.Localised;

/// <summary>A first set of routes: one for each client, joined end to end where that saves most.</summary>
/// <remarks>
/// Algorithm: savings of the arcs between neighbours, in falling order, without windows with routes turned round where needed. Complexity: O(n k log(n k)) and the clients
/// of the joined routes. Source: Clarke and Wright (1964); the restriction to neighbours after Accorsi and Vigo, FILO (2021).
/// </remarks>
internal sealed class SavingsConstruction
{
    private readonly ProblemData data;
    private readonly VehicleType type;
    private readonly bool mayTurn;
    private readonly int[] next;
    private readonly int[] previous;
    private readonly int[] chainOf;
    private readonly int[] first;
    private readonly int[] last;
    private readonly Load[] load;
    private readonly long[] departure;
    private readonly long[] latestArrival;

    public SavingsConstruction(ProblemData data, bool isSymmetric)
    {
        this.data = data;
        type = data.VehicleTypes[0];
        mayTurn = isSymmetric && !data.IsTimed;
        next = new int[data.LocationCount];
        previous = new int[data.LocationCount];
        chainOf = new int[data.LocationCount];
        first = new int[data.LocationCount];
        last = new int[data.LocationCount];
        load = new Load[data.LocationCount];
        departure = new long[data.LocationCount];
        latestArrival = new long[data.LocationCount];
    }

    /// <summary>The routes, largest load first, each a list of locations. Clients that not even a vehicle of their own can serve are in none.</summary>
    public IReadOnlyList<IReadOnlyList<int>> Build(Neighbourhood neighbourhood)
    {
        for (var client = data.DepotCount; client < data.LocationCount; client++)
            Begin(client);
        foreach (var (from, to) in Savings(neighbourhood))
            TryJoin(from, to);
        var routes = new List<IReadOnlyList<int>>();
        foreach (var chain in Enumerable.Range(data.DepotCount, data.ClientCount).Where(client => chainOf[client] == client).OrderByDescending(chain => load[chain].First).ThenBy(chain => chain))
        {
            var route = new List<int>();
            for (var client = first[chain]; client >= 0; client = next[client])
                route.Add(client);
            routes.Add(route);
        }

        return routes;
    }

    private void Begin(int client)
    {
        next[client] = previous[client] = -1;
        load[client] = data.Clients[client - data.DepotCount].Demand;
        first[client] = last[client] = client;
        SetDeparture(client);
        SetLatestArrival(client);
        var arrival = type.Start.Early + data.DurationBetween(type.StartDepot, client);
        chainOf[client] = load[client].FitsIn(type.Capacity) && arrival <= latestArrival[client] ? client : -1;
    }

    private ReadOnlySpan<(int From, int To)> Savings(Neighbourhood neighbourhood)
    {
        var most = data.ClientCount * neighbourhood.Size * (mayTurn ? 1 : 2);
        var keys = new long[most];
        var pairs = new (int From, int To)[most];
        var count = 0;
        for (var client = data.DepotCount; client < data.LocationCount; client++)
        {
            foreach (var near in neighbourhood.Of(client))
            {
                Add(client, near);
                if (!mayTurn)
                    Add(near, client);
            }
        }

        Array.Sort(keys, pairs, 0, count);
        return pairs.AsSpan(0, count);

        void Add(int from, int to)
        {
            var saving = (long)data.DistanceBetween(from, type.StartDepot) + data.DistanceBetween(type.StartDepot, to) - data.DistanceBetween(from, to);
            if (saving <= 0)
                return;
            // Equal savings are told apart by their place in the list, so that the order does not depend on the sort.
            keys[count] = (-saving << 31) + count;
            pairs[count++] = (from, to);
        }
    }

    private void TryJoin(int from, int to)
    {
        var (head, tail) = (chainOf[from], chainOf[to]);
        if (head < 0 || tail < 0 || head == tail || !(load[head] + load[tail]).FitsIn(type.Capacity))
            return;
        if (last[head] != from || first[tail] != to)
        {
            if (!mayTurn || (last[head] != from && first[head] != from) || (last[tail] != to && first[tail] != to))
                return;
            if (last[head] != from)
                Turn(head);
            if (first[tail] != to)
                Turn(tail);
        }

        if (data.IsTimed && departure[from] + data.DurationBetween(from, to) > latestArrival[to])
            return;
        (next[from], previous[to]) = (to, from);
        load[head] += load[tail];
        last[head] = last[tail];
        for (var client = to; client >= 0; client = next[client])
        {
            chainOf[client] = head;
            SetDeparture(client);
        }

        for (var client = from; data.IsTimed && client >= 0; client = previous[client])
            SetLatestArrival(client);
    }

    private void Turn(int chain)
    {
        for (var client = first[chain]; client >= 0;)
        {
            var after = next[client];
            (next[client], previous[client]) = (previous[client], after);
            client = after;
        }

        (first[chain], last[chain]) = (last[chain], first[chain]);
    }

    private void SetDeparture(int client)
    {
        if (!data.IsTimed)
            return;
        var from = previous[client] < 0 ? type.Start.Early : departure[previous[client]];
        var place = previous[client] < 0 ? type.StartDepot : previous[client];
        departure[client] = Math.Max(from + data.DurationBetween(place, client), data.WindowEarly[data.WindowOffset[client]]) + data.Service[client];
    }

    private void SetLatestArrival(int client)
    {
        if (!data.IsTimed)
        {
            latestArrival[client] = Interval.Unbounded * 2;
            return;
        }

        var until = next[client] < 0 ? type.LatestEnd : latestArrival[next[client]];
        var place = next[client] < 0 ? type.StartDepot : next[client];
        latestArrival[client] = Math.Min(until - data.DurationBetween(client, place) - data.Service[client], data.WindowLate[data.WindowOffset[client]]);
    }
}
