namespace Territory.Optimizer.Bounds;

/// <summary>What a route of a fleet uses up from stop to stop, by which its parts are put in order: time where times matter, else the first load.</summary>
internal sealed class RouteResource
{
    private readonly RelaxedFleet fleet;

    public RouteResource(RelaxedFleet fleet)
    {
        this.fleet = fleet;
        var least = long.MaxValue;
        for (var i = 0; i < fleet.Clients; i++)
        {
            for (var j = 0; j < fleet.Clients; j++)
            {
                if (fleet.Cost[(i * fleet.Clients) + j] < RelaxedFleet.Never)
                    least = Math.Min(least, Use(i, j));
            }
        }

        LeastUse = least == long.MaxValue ? Math.Max(1, Most - Least) : least;
    }

    public long Least => fleet.IsTimed ? fleet.Start : 0;

    public long Most => fleet.IsTimed ? fleet.LatestEnd : fleet.Capacity.First;

    /// <summary>The least that going from any client to the next uses.</summary>
    public long LeastUse { get; }

    /// <summary>What going from one client to another uses at least.</summary>
    public long Use(int from, int to) => fleet.IsTimed ? fleet.Time[(from * fleet.Clients) + to] : fleet.Demand[to].First;

    /// <summary>Where the resource stands at a client that is the first; <see cref="RelaxedFleet.Never"/> where that cannot be.</summary>
    public long First(int client)
    {
        if (fleet.StartCost[client] >= RelaxedFleet.Never)
            return RelaxedFleet.Never;
        return fleet.IsTimed ? Reached(client, fleet.Start + fleet.StartTime[client]) : fleet.Demand[client].First;
    }

    /// <summary>Where it stands at a client that follows another at which it stood so.</summary>
    public long Next(int from, long at, int to)
    {
        if (!fleet.IsTimed)
            return at + fleet.Demand[to].First is var load && load <= Most ? load : RelaxedFleet.Never;
        return Reached(to, at + fleet.Time[(from * fleet.Clients) + to]);
    }

    /// <summary>Whether the route may end after a client at which it stood so.</summary>
    public bool MayEnd(int client, long at) =>
        fleet.EndCost[client] < RelaxedFleet.Never && (!fleet.IsTimed || at + fleet.EndTime[client] <= fleet.LatestEnd);

    private long Reached(int client, long arrival) => fleet.Service(client, arrival) is var at && at <= Most ? at : RelaxedFleet.Never;
}
