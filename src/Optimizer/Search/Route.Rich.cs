using Territory.Optimizer.Evaluation;

namespace Territory.Optimizer.Search;

/// <content>What changes cost in a rich problem: the changed day is walked along. The joined figures, which know part of the rules, rule out most places before.</content>
internal sealed partial class Route
{
    private int[] changedNodes = [];
    private int[] changedWindows = [];
    private int changedLength;
    private long[] waitsFrom = [];
    private long[] earlyCostsFrom = [];
    private long[] earlyRatesFrom = [];

    /// <summary>Road, service and reloading without waits, breaks and slow hours.</summary>
    private long work;

    /// <summary>What the cost has from when the day is driven.</summary>
    private long dayCost;

    private void UpdateByWalk(RouteWalk walker)
    {
        var route = new RouteSequence(Vehicle, typeIndex, Nodes, Windows);
        IsFeasible = walker.TryPrice(route, out var figures);
        if (!IsFeasible)
            return;
        Distance = figures.Distance;
        Duration = figures.Duration;
        Cost = figures.Cost;
        if (!data.IsTimed)
            return;
        work = figures.Driving + figures.Service + ((TripCount - 1) * type.ReloadDuration);
        dayCost = walker.Price.Of(typeIndex, figures.Duration, figures.Terms.SoftWindows);
        if (waitsFrom.Length < Length)
            (waitsFrom, earlyCostsFrom, earlyRatesFrom) = (new long[nodes.Length], new long[nodes.Length], new long[nodes.Length]);
        if (walker.IsSteady(typeIndex))
            walker.FollowDay(route, waitsFrom.AsSpan(0, Length), earlyCostsFrom.AsSpan(0, Length), earlyRatesFrom.AsSpan(0, Length));
    }

    private void CopyWalkFrom(Route other)
    {
        (work, dayCost) = (other.work, other.dayCost);
        if (!data.IsTimed || other.waitsFrom.Length < other.Length)
            return;
        if (waitsFrom.Length < other.Length)
            (waitsFrom, earlyCostsFrom, earlyRatesFrom) = (new long[nodes.Length], new long[nodes.Length], new long[nodes.Length]);
        Array.Copy(other.earlyRatesFrom, earlyRatesFrom, other.Length);
        Array.Copy(other.waitsFrom, waitsFrom, other.Length);
        Array.Copy(other.earlyCostsFrom, earlyCostsFrom, other.Length);
    }

    /// <summary>What any two clients add to the cost of a route of a rich problem, the second behind the first; <see cref="long.MaxValue"/> where a rule forbids it.</summary>
    public long PairDelta(int first, int second, in ShipmentPlace place) => RichDelta(walk!, first, second, place);

    private long RichDelta(RouteWalk walker, int client, int position, int window)
    {
        Begin(1);
        Copy(0, position);
        Append(client, window);
        Copy(position, Length);
        return Priced(walker);
    }

    private long RichDelta(RouteWalk walker, int pickup, int delivery, in ShipmentPlace place)
    {
        Begin(2);
        Copy(0, place.Pickup);
        Append(pickup, place.PickupWindow);
        Copy(place.Pickup, place.Delivery);
        Append(delivery, place.DeliveryWindow);
        Copy(place.Delivery, Length);
        return Priced(walker);
    }

    /// <summary>A new trip at a place as for joined figures: before the depot entry there, or first when that is 0.</summary>
    private long RichNewTripDelta(RouteWalk walker, int client, int position, int window)
    {
        if (TripCount >= type.MaxTrips || IsEmpty)
            return long.MaxValue;
        Begin(2);
        BeginTrip(position);
        Append(client, window);
        EndTrip(position);
        return Priced(walker);
    }

    private long RichNewTripDelta(RouteWalk walker, int pickup, int delivery, int position, int pickupWindow, int deliveryWindow)
    {
        if (TripCount >= type.MaxTrips || IsEmpty)
            return long.MaxValue;
        Begin(3);
        BeginTrip(position);
        Append(pickup, pickupWindow);
        Append(delivery, deliveryWindow);
        EndTrip(position);
        return Priced(walker);
    }

    private void BeginTrip(int position)
    {
        Copy(0, Math.Max(position, 1));
        if (position > 0)
            Append(type.StartDepot, 0);
    }

    private void EndTrip(int position)
    {
        if (position == 0)
            Append(type.StartDepot, 0);
        Copy(Math.Max(position, 1), Length);
    }

    private void Begin(int added)
    {
        changedLength = 0;
        if (changedNodes.Length >= Length + added)
            return;
        changedNodes = new int[nodes.Length + 8];
        changedWindows = new int[nodes.Length + 8];
    }

    private void Append(int node, int window)
    {
        changedNodes[changedLength] = node;
        changedWindows[changedLength++] = window;
    }

    private void Copy(int from, int to)
    {
        Array.Copy(nodes, from, changedNodes, changedLength, to - from);
        Array.Copy(windows, from, changedWindows, changedLength, to - from);
        changedLength += to - from;
    }

    private long Priced(RouteWalk walker)
    {
        var changed = new RouteSequence(Vehicle, typeIndex, changedNodes.AsSpan(0, changedLength), changedWindows.AsSpan(0, changedLength));
        return walker.TryPrice(changed, out var figures) ? figures.Cost - Cost : long.MaxValue;
    }
}
