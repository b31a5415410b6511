using System.Runtime.CompilerServices;

namespace Territory.Optimizer.Localised;

/// <content>When entries can be left at the earliest and reached at the latest.</content>
internal sealed partial class ChainedRoutes
{
    /// <summary>Whether a client that stands after this entry keeps its own window and lets the rest of the route keep theirs.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool IsInTime(int client, int after)
    {
        var place = Location[after];
        var arrival = Departure[after] + durations.Between(place, client);
        var window = Data.WindowOffset[client];
        var start = Math.Max(arrival, Data.WindowEarly[window]);
        var next = links[after].Next;
        return start <= Data.WindowLate[window] && start + Data.Service[client] + durations.Between(client, Location[next]) <= LatestArrival[next];
    }

    /// <summary>Computes the times of a whole route from its links.</summary>
    /// <returns>Whether the route keeps every window.</returns>
    public bool Retime(int vehicle)
    {
        if (!IsTimed)
            return true;
        var depot = DepotOf(vehicle);
        var isInTime = true;
        for (var entry = links[depot].Next; entry != depot; entry = links[entry].Next)
        {
            Log(entry);
            isInTime &= SetDeparture(entry);
        }

        for (var entry = links[depot].Previous; entry != depot; entry = links[entry].Previous)
            SetLatestArrival(entry);
        var last = links[depot].Previous;
        return isInTime && (last == depot || Departure[last] + durations.Between(Location[last], Location[depot]) <= LatestArrival[depot]);
    }

    private void RetimeForwards(int client)
    {
        for (var entry = client; !IsDepot(entry); entry = links[entry].Next)
        {
            var old = Departure[entry];
            Log(entry);
            SetDeparture(entry);
            if (entry != client && Departure[entry] == old)
                return;
        }
    }

    private void RetimeBackwards(int client)
    {
        for (var entry = client; !IsDepot(entry); entry = links[entry].Previous)
        {
            var old = LatestArrival[entry];
            Log(entry);
            SetLatestArrival(entry);
            if (entry != client && LatestArrival[entry] == old)
                return;
        }
    }

    private bool SetDeparture(int client)
    {
        var before = links[client].Previous;
        var window = Data.WindowOffset[client];
        var start = Math.Max(Departure[before] + durations.Between(Location[before], client), Data.WindowEarly[window]);
        Departure[client] = start + Data.Service[client];
        return start <= Data.WindowLate[window];
    }

    private void SetLatestArrival(int client)
    {
        var next = links[client].Next;
        var latest = LatestArrival[next] - durations.Between(client, Location[next]) - Data.Service[client];
        LatestArrival[client] = Math.Min(latest, Data.WindowLate[Data.WindowOffset[client]]);
    }
}
