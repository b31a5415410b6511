using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <content>What a change of a rich problem costs at least, from which most are seen to be hopeless before a walk.</content>
internal sealed partial class Route
{
    /// <summary>What a client before an entry adds to the cost at least, from which most places are seen to be hopeless.</summary>
    /// <remarks>
    /// Exact are all terms but those of time and territories. The day is no shorter than its segments joined at full speed, and no shorter than all its work with the breaks that cannot wait until after it. Besides it
    /// becomes longer by what the stop adds beyond the waits behind it, which are longest for who departs first, and dearer by that, less what later starts save; this is left out where starts have prices and there are no breaks. Where speeds change, a delay shrinks at most as the
    /// slowest hour is to the fastest. Where breaks are placed by <see cref="DayWalk"/> another place of theirs may save more than this says: there it is a rule of thumb, which can cost a good place but never prices one.
    /// Complexity: O(1).
    /// </remarks>
    /// <param name="detour">As of <see cref="DetourDistance"/>.</param>
    /// <returns><see cref="long.MaxValue"/> where a rule forbids the place.</returns>
    public long JoinBound(int client, int position, int window, long detour)
    {
        var (from, to) = (nodes[position - 1], nodes[position]);
        var drive = Drive(from, client) + Drive(client, to) - Drive(from, to);
        var service = WorkAt(client, from) + (to < data.DepotCount ? 0 : WorkAt(to, client) - WorkAt(to, from));
        var bound = (type.CostPerDistance * detour) + (type.CostPerDriving * drive) + (type.CostPerService * service) + type.CostPerStop + (IsEmpty ? type.FixedCost : 0);
        if (data.PricesOf(typeIndex) is { } tolls)
            bound += type.CostPerPrice * (Known(tolls.Between(from, client)) + Known(tolls.Between(client, to)) - Known(tolls.Between(from, to)));
        if (data.HasPlanned && data.Clients[client - data.DepotCount].Planned is { } planned && planned.Vehicle != Vehicle)
            bound += planned.VehicleCost;
        if (data.Rules.Balance is { Figure: BalancedFigure.Stops } balance)
            bound += balance.CostOf(ClientCount + 1) - balance.CostOf(ClientCount);
        return data.IsTimed ? WithDay(walk!, bound, client, position, window, drive + service) : bound;
    }

    private long WithDay(RouteWalk walker, long bound, int client, int position, int window, long extra)
    {
        ref readonly var head = ref heads[position - 1];
        ref readonly var tail = ref tails[position];
        var there = durations.Between(nodes[position - 1], client);
        var on = durations.Between(client, nodes[position]);
        if (there == ProblemData.NoRoad || on == ProblemData.NoRoad)
            return long.MaxValue;
        var joined = TimeWindowSegment.Merge(head, there, new TimeWindowSegment(data.Service[client], 0, data.WindowEarly[window], data.WindowLate[window]));
        joined = TimeWindowSegment.Merge(joined, on, tail);
        if (joined.TimeWarp > 0)
            return long.MaxValue;
        long pauses = 0;
        foreach (var pause in type.Breaks)
            pauses += pause.IsObligatory || joined.EarliestFinish > pause.Windows[^1].Late ? pause.Duration : 0;
        var busy = (IsEmpty ? Drive(nodes[0], nodes[1]) : work) + extra + pauses;
        var day = walker.Price.Of(typeIndex, Math.Max(joined.Duration, busy), 0);
        if (day == long.MaxValue || busy > type.LatestEnd - type.Start.Early)
            return long.MaxValue;
        day -= dayCost;
        // Without the triangle inequality a further stop can bring the next one forward.
        var isLater = !IsEmpty && there + on - Drive(nodes[position - 1], nodes[position]) + WorkAt(client, nodes[position - 1]) >= 0;
        return bound + (isLater ? Math.Max(day, Delayed(walker, position, extra, Shift(client, position, there + WorkAt(client, nodes[position - 1]) + on + data.SetupsOf(typeIndex)[nodes[position]]))) : day);
    }

    /// <summary>What the two stops of a shipment add to the cost at least, within trips, as <see cref="JoinBound"/> has it for one.</summary>
    /// <param name="place">With the cost of its distance, and of the vehicle where that is not used, for a delta.</param>
    private long ShipmentBound(RouteWalk walker, int pickup, int delivery, in ShipmentPlace place)
    {
        var (before, after, ahead) = (nodes[place.Pickup - 1], nodes[place.Pickup], nodes[place.Delivery]);
        var isTogether = place.Pickup == place.Delivery;
        var drive = Drive(before, pickup) + Drive(pickup, isTogether ? delivery : after) - Drive(before, after) + Drive(delivery, ahead);
        if (!isTogether)
            drive += Drive(nodes[place.Delivery - 1], delivery) - Drive(nodes[place.Delivery - 1], ahead);
        // Set-ups at shared places come and go; what is spent at least, less those of who follows, is safe.
        var service = data.Service[pickup] + data.Service[delivery] - (after < data.DepotCount ? 0 : data.SetupsOf(typeIndex)[after]) - (ahead < data.DepotCount ? 0 : data.SetupsOf(typeIndex)[ahead]);
        var bound = place.Delta + (type.CostPerDriving * drive) + (type.CostPerService * service) + (2 * type.CostPerStop);
        if (data.PricesOf(typeIndex) is not null)
            return long.MinValue;
        return data.IsTimed && !IsEmpty ? bound + Delayed(walker, place.Pickup, drive + service, type.Breaks.Count > 0 ? drive + service : long.MaxValue) : bound;
    }

    /// <summary>How much later anything after a client can be for its sake, where legs take as long at any hour or the bound is a rule of thumb; nothing is known elsewhere.</summary>
    private long Shift(int client, int position, long added)
    {
        ref readonly var head = ref heads[position - 1];
        var wait = data.WindowEarly[data.WindowOffset[client + 1] - 1] - head.EarliestFinish - Drive(nodes[position - 1], client);
        return (type.SpeedPeriods.Count > 0 && type.Breaks.Count == 0) || data.HasReleases || data.Release[client] > 0 ? long.MaxValue : added + Math.Max(0, wait);
    }

    /// <summary>What so much more work from an entry on adds to the price of the day.</summary>
    /// <param name="shift">How much later a stop may be at most.</param>
    private long Delayed(RouteWalk walker, int position, long extra, long shift)
    {
        // With prices of starts and a free departure random routes have been seen to cost a little less than this says.
        if (extra < 0 || walker.IsPaused(typeIndex) || (data.CostsStart && type.Breaks.Count == 0))
            return long.MinValue / 4;
        var saved = shift < long.MaxValue ? Math.Min(earlyCostsFrom[position], earlyRatesFrom[position] * shift) : earlyCostsFrom[position];
        return (type.CostPerDuration * Math.Max(0, (extra * lastingPermille / 1_000) - waitsFrom[position])) - saved;
    }


    private long Drive(int from, int to) => Known(durations.Between(from, to));

    private static long Known(int length) => length == ProblemData.NoRoad ? 0 : length;

    private long WorkAt(int client, int before) =>
        data.ServicesOf(typeIndex)[client] + (data.PlaceOf[client] == data.PlaceOf[before] ? 0 : data.SetupsOf(typeIndex)[client]);
}
