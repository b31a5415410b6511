using System.Runtime.CompilerServices;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.LocalSearch;

/// <summary>Timing of a changed route, joined from cached beginnings and ends and the entries between them.</summary>
internal ref struct SequenceTiming
{
    private readonly LinkedRoutes routes;
    private TimeWindowSegment joined;
    private int last;

    /// <summary>Begins with everything of its route up to <paramref name="head"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public SequenceTiming(LinkedRoutes routes, int head)
    {
        this.routes = routes;
        joined = routes.Head[head];
        last = head;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int entry) => Join(entry, routes.Single[entry], entry);

    /// <summary>Adds one entry in another of its windows.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Add(int entry, in TimeWindowSegment single) => Join(entry, single, entry);

    /// <summary>Adds the entries from <paramref name="first"/> on to <paramref name="final"/>, in order or backwards. Walks them.</summary>
    public void AddRange(int first, int final, bool backwards = false)
    {
        var links = backwards ? routes.Previous : routes.Next;
        for (var entry = backwards ? final : first; ; entry = links[entry])
        {
            Add(entry);
            if (entry == (backwards ? first : final))
                return;
        }
    }

    /// <summary>Adds the rest of the trip from a client on, without its depot.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void AddTripRest(int client) => Join(client, routes.TripRest[client], routes.Previous[routes.TripEnd[client]]);

    /// <summary>Ends with everything of its route from <paramref name="tail"/> on.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TimeWindowSegment End(int tail) => TimeWindowSegment.Merge(joined, routes.TravelBetween(last, tail), routes.Tail[tail]);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Join(int first, in TimeWindowSegment segment, int newLast)
    {
        joined = TimeWindowSegment.Merge(joined, routes.TravelBetween(last, first), segment);
        last = newLast;
    }
}
