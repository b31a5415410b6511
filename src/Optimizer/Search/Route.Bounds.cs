using Territory.Optimizer.Evaluation;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <content>What a change of a rich problem costs at least, from which most are seen to be hopeless before a walk.</content>
internal sealed partial class Route
{
    /// <summary>What a client before an entry adds to the cost at least, from which most places are seen to be hopeless.</summary>
    /// <remarks>
    /// Exact are all terms but those of time and territories. The day is no shorter than its segments joined at full speed, and no shorter than all its work with the breaks that cannot wait until after it. Where
    /// the departure is the cheapest of all (<see cref="SteadyDay"/>) see also <see cref="Delayed"/>. Complexity: O(1).
    /// </remarks>
    /// <param name="detour">As of <see cref="DetourDistance"/>.</param>
    /// <returns><see cref="long.MaxValue"/> where a rule forbids the place.</returns>
    public long JoinBound(int client, int position, int window, long detour)
    {
        var (from, to) = (nodes[position - 1], nodes[position]);
        var delay = DelayBy(from, client, to);
        var bound = (type.CostPerDistance * detour) + (type.CostPerDriving * delay.Drive) + (type.CostPerService * delay.Service) + type.CostPerStop + (IsEmpty ? type.FixedCost : 0);
        if (data.PricesOf(typeIndex) is { } tolls)
            bound += type.CostPerPrice * (Known(tolls.Between(from, client)) + Known(tolls.Between(client, to)) - Known(tolls.Between(from, to)));
        if (data.HasPlanned && data.Clients[client - data.DepotCount].Planned is { } planned && planned.Vehicle != Vehicle)
            bound += planned.VehicleCost;
        if (data.Rules.Balance is { Figure: BalancedFigure.Stops } balance)
            bound += balance.CostOf(ClientCount + 1) - balance.CostOf(ClientCount);
        return data.IsTimed ? WithDay(walk!, bound, client, position, window, delay) : bound;
    }

    private long WithDay(RouteWalk walker, long bound, int client, int position, int window, in Delay delay)
    {
        ref readonly var head = ref heads[position - 1];
        var there = durations.Between(nodes[position - 1], client);
        var on = durations.Between(client, nodes[position]);
        if (there == ProblemData.NoRoad || on == ProblemData.NoRoad)
            return long.MaxValue;
        var joined = TimeWindowSegment.Merge(head, there, StopSegment(client, window));
        joined = TimeWindowSegment.Merge(joined, on, tails[position]);
        if (joined.TimeWarp > 0)
            return long.MaxValue;
        var day = Day(walker, delay.Extra, joined);
        if (day == long.MaxValue)
            return long.MaxValue;
        if (!delay.IsLater || !walker.IsSteady(typeIndex) || IsEmpty)
            return bound + day;
        // A stop is later by what the client adds, and by the wait for it; a release may hold back its whole trip, and by how much is not known.
        var wait = Math.Max(0, data.WindowEarly[window] - head.EarliestFinish - there);
        var isHeldBack = data.Release[client] > 0;
        return bound + Math.Max(day, Delayed(isHeldBack ? 0 : position, delay.Extra, isHeldBack ? long.MaxValue : delay.Extra + wait));
    }

    /// <summary>What the two stops of a shipment add to the cost at least, within trips, as <see cref="JoinBound"/> has it for one.</summary>
    /// <param name="place">With the cost of its distance, and of the vehicle where that is not used, for a delta.</param>
    /// <returns><see cref="long.MaxValue"/> where a rule forbids the place.</returns>
    public long ShipmentBound(RouteWalk walker, int pickup, int delivery, in ShipmentPlace place)
    {
        var (before, after, ahead) = (nodes[place.Pickup - 1], nodes[place.Pickup], nodes[place.Delivery]);
        var isTogether = place.Pickup == place.Delivery;
        var first = DelayBy(before, pickup, isTogether ? delivery : after);
        var second = DelayBy(isTogether ? pickup : nodes[place.Delivery - 1], delivery, ahead);
        if (isTogether)
        {
            // From the stop before straight to the one ahead was driven, and to no delivery.
            var drive = Drive(before, pickup) + Drive(pickup, delivery) + Drive(delivery, ahead) - Drive(before, ahead);
            var stops = WorkAt(pickup, before) + WorkAt(delivery, pickup);
            (first, second) = (new Delay(drive, stops, WorkAt(ahead, delivery) - WorkAt(ahead, before)), default);
        }

        // Tolls may become less.
        if (data.PricesOf(typeIndex) is not null)
            return long.MinValue;
        var extra = first.Extra + second.Extra;
        var bound = place.Delta + (type.CostPerDriving * (first.Drive + second.Drive)) + (type.CostPerService * (first.Service + second.Service)) + (2 * type.CostPerStop);
        if (!data.IsTimed)
            return bound;
        // An unused vehicle has no day to compare with, and there may be no road from where it starts to where it ends.
        var isLater = !IsEmpty && first.IsLater && second.IsLater;
        var day = Day(walker, extra, isLater ? heads[Length - 1] : default);
        if (day == long.MaxValue)
            return long.MaxValue;
        return bound + (isLater && walker.IsSteady(typeIndex) ? Math.Max(day, Delayed(data.HasReleases ? 0 : place.Pickup, extra, long.MaxValue)) : day);
    }

    /// <summary>What the price of a day changes by at least, when so much work is added and it is no shorter than joined segments.</summary>
    private long Day(RouteWalk walker, long extra, in TimeWindowSegment joined)
    {
        var busy = (IsEmpty ? Drive(nodes[0], nodes[1]) : work) + extra;
        foreach (var pause in type.Breaks)
            busy += pause.IsObligatory || joined.EarliestFinish > pause.Windows[^1].Late ? pause.Duration : 0;
        var day = walker.Price.Of(typeIndex, Math.Max(joined.Duration, busy), 0);
        return day == long.MaxValue || busy > type.LatestEnd - type.Start.Early ? long.MaxValue : day - dayCost;
    }

    /// <summary>What the price of a day whose departure is the cheapest changes by at least, when everything from an entry on is later or when it was.</summary>
    /// <remarks>
    /// Without the stop, the same departure keeps every rule: nothing is later. It returns earlier by the extra work less the waits from there on, which are longest for who departs first; it pays no more for late starts,
    /// and for early ones more by no more than what they cost who departs first. The cheapest departure without the stop costs no more than this one, and the price of a longer day rises at least by what its time costs.
    /// </remarks>
    /// <param name="shift">How much later a stop may be at most.</param>
    private long Delayed(int position, long extra, long shift)
    {
        var saved = shift < long.MaxValue ? Math.Min(earlyCostsFrom[position], earlyRatesFrom[position] * shift) : earlyCostsFrom[position];
        return (type.CostPerDuration * Math.Max(0, extra - waitsFrom[position])) - saved;
    }

    private Delay DelayBy(int from, int client, int to) =>
        new(Drive(from, client) + Drive(client, to) - Drive(from, to), WorkAt(client, from), WorkAt(to, client) - WorkAt(to, from));

    private long Drive(int from, int to) => Known(durations.Between(from, to));

    private static long Known(int length) => length == ProblemData.NoRoad ? 0 : length;

    private long WorkAt(int client, int before) =>
        data.ServicesOf(typeIndex)[client] + (data.PlaceOf[client] == data.PlaceOf[before] ? 0 : data.SetupsOf(typeIndex)[client]);

    /// <summary>By what a stop delays those behind it.</summary>
    /// <param name="Work">At the stop.</param>
    /// <param name="SetUp">More at the next one, or less where that is at the same place.</param>
    private readonly record struct Delay(long Drive, long Work, long SetUp)
    {
        public long Service => Work + SetUp;

        public long Extra => Drive + Service;

        /// <summary>
        /// Whether nothing becomes earlier. Without the triangle inequality a further stop can bring the next one forward; and a set-up that is saved behind a wait, which takes up all delay before it, brings forward the rest of the day.
        /// </summary>
        public bool IsLater => Drive + Work >= 0 && SetUp >= 0;
    }
}
