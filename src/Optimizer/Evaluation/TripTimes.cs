using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>When each trip of a route may leave and must be back, kept at the depot entries.</summary>
internal sealed class TripTimes(ProblemData data)
{
    private readonly bool hasAny = data.HasReleases || data.Clients.Any(client => client.Due < Interval.Unbounded);
    private long[] earliest = [];
    private long[] due = [];

    /// <summary>When the trip that ends at this depot entry must be back.</summary>
    public long DueAt(int entry) => due[entry];

    /// <summary>When loading for the trip that begins at this depot entry may begin.</summary>
    public long EarliestAt(int entry) => earliest[entry];

    /// <summary>When a vehicle that is back at this depot entry may begin to reload, or at the end of its day be back.</summary>
    public Interval HoursAt(in RouteSequence route, int entry)
    {
        if (entry == route.Length - 1)
            return new Interval(long.MinValue, data.VehicleTypes[route.Type].LatestEnd);
        var hours = data.Depots[route.Nodes[entry]].Reloading;
        return hours with { Early = Math.Max(hours.Early, EarliestAt(entry)) };
    }

    public void Set(in RouteSequence route)
    {
        if (earliest.Length < route.Length)
        {
            (earliest, due) = (new long[2 * route.Length], new long[2 * route.Length]);
            Array.Fill(due, Interval.Unbounded);
        }

        if (!hasAny)
            return;
        var reload = data.VehicleTypes[route.Type].ReloadDuration;
        var leave = 0;
        earliest[0] = 0;
        var latest = Interval.Unbounded;
        for (var i = 1; i < route.Length; i++)
        {
            var node = route.Nodes[i];
            if (node >= data.DepotCount)
            {
                earliest[leave] = Math.Max(earliest[leave], data.Release[node] - (leave == 0 ? 0 : reload));
                latest = Math.Min(latest, data.Clients[node - data.DepotCount].Due);
                continue;
            }

            due[i] = latest;
            latest = Interval.Unbounded;
            earliest[i] = 0;
            leave = i;
        }
    }
}
