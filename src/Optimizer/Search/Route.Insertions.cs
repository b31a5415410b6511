using System.Runtime.CompilerServices;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <content>What inserting a client would cost.</content>
internal sealed partial class Route
{
    /// <summary>Extra distance of going through <paramref name="client"/> between the entries around <paramref name="position"/>; <see cref="long.MaxValue"/> without a road.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long DetourDistance(int client, int position)
    {
        var from = nodes[position - 1];
        var to = nodes[position];
        var there = distances.Between(from, client);
        var on = distances.Between(client, to);
        return there == ProblemData.NoRoad || on == ProblemData.NoRoad ? long.MaxValue : (long)there + on - distances.Between(from, to);
    }

    /// <summary>Whether the trip that holds the place before <paramref name="position"/> has room for the client's load.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool HasRoom(int client, int position)
    {
        if (data.HasLoadProfile)
            return HasRoomOnBoard(client, position);
        var dimensions = data.Dimensions;
        var trip = tripOf[position - 1] * dimensions;
        for (var d = 0; d < dimensions; d++)
        {
            if (loads[trip + d] + data.Demand[(client * dimensions) + d] > capacity[d])
                return false;
        }

        return true;
    }

    public bool Holds(int client)
    {
        for (var d = 0; d < data.Dimensions; d++)
        {
            if (data.Demand[(client * data.Dimensions) + d] > capacity[d])
                return false;
            if (data.HasLoadProfile && data.NetLoad[(client * data.Dimensions) + d] + data.Demand[(client * data.Dimensions) + d] > capacity[d])
                return false;
        }

        return true;
    }

    /// <summary>Prices joining the trip at a place. Room and roads are the caller's to have checked.</summary>
    /// <returns>The change in cost, or <see cref="long.MaxValue"/> when a window, the shift or a release forbids it.</returns>
    public long JoinDelta(int client, int position, int window, long detour)
    {
        var delta = evaluator.LengthCost(typeIndex, detour, 0) + (IsEmpty ? evaluator.FixedCost(typeIndex) : 0);
        if (!data.IsTimed)
            return walk is null ? delta : RichDelta(walk, client, position, window);
        var early = data.WindowEarly[window];
        var late = data.WindowLate[window];
        var service = data.Service[client];
        ref readonly var head = ref heads[position - 1];
        ref readonly var tail = ref tails[position];
        var there = durations.Between(nodes[position - 1], client);
        var on = durations.Between(client, nodes[position]);
        if (there == ProblemData.NoRoad || on == ProblemData.NoRoad)
            return long.MaxValue;
        var ready = head.Early + head.Duration + there;
        if (ready > late || Math.Max(ready, early) + service + on > tail.Late)
            return long.MaxValue;
        if (walk is not null)
            return RichDelta(walk, client, position, window);
        if (data.HasReleases)
            return WalkedDelta(client, position, window, delta);
        if (!data.CostsDuration)
            return delta;
        var joined = TimeWindowSegment.Merge(head, there, new TimeWindowSegment(service, 0, early, late));
        joined = TimeWindowSegment.Merge(joined, on, tail);
        return joined.Duration > type.MaxDuration ? long.MaxValue : delta + evaluator.LengthCost(typeIndex, 0, joined.Duration - Duration);
    }

    /// <summary>Prices a new trip with this client alone: before the depot entry at <paramref name="position"/>, or first when that is 0.</summary>
    public long NewTripDelta(int client, int position, int window) => walk is null
        ? NewTripDelta(client, client, 0, StopSegment(client, window), data.Release[client], position)
        : RichNewTripDelta(walk, client, position, window);

    /// <summary>Prices a new trip of a sequence that keeps its windows by itself.</summary>
    /// <param name="release">When what the new trip carries has come to the depot.</param>
    private long NewTripDelta(int firstClient, int lastClient, long distance, in TimeWindowSegment stops, long release, int position)
    {
        if (TripCount >= type.MaxTrips || IsEmpty)
            return long.MaxValue;
        var depot = type.StartDepot;
        var from = position == 0 ? nodes[0] : nodes[position - 1];
        var to = position == 0 ? nodes[1] : nodes[position];
        // From the first depot of the day and back to it, or from the reload and on.
        var (firstFrom, firstTo) = position == 0 ? (from, firstClient) : (from, depot);
        var (middleFrom, middleTo) = position == 0 ? (lastClient, depot) : (depot, firstClient);
        var (lastFrom, lastTo) = position == 0 ? (depot, to) : (lastClient, to);
        var a = distances.Between(firstFrom, firstTo);
        var b = distances.Between(middleFrom, middleTo);
        var c = distances.Between(lastFrom, lastTo);
        if (a == ProblemData.NoRoad || b == ProblemData.NoRoad || c == ProblemData.NoRoad)
            return long.MaxValue;
        var delta = evaluator.LengthCost(typeIndex, (long)a + b + c + distance - distances.Between(from, to), 0);
        if (!data.IsTimed)
            return delta;
        // A new first trip leaves the depot at the start of the day and the old one after the reload; any other leaves after the reload.
        var reload = ReloadSegment(position == 0 ? ReleaseOfTrip(0) : release);
        var joined = position == 0 ? StartSegment(release) : heads[position - 1];
        if (reload.Early > reload.Late || joined.Early > joined.Late)
            return long.MaxValue;
        joined = TimeWindowSegment.Merge(joined, durations.Between(firstFrom, firstTo), position == 0 ? stops : reload);
        joined = TimeWindowSegment.Merge(joined, durations.Between(middleFrom, middleTo), position == 0 ? reload : stops);
        joined = TimeWindowSegment.Merge(joined, durations.Between(lastFrom, lastTo), tails[position == 0 ? 1 : position]);
        return joined.TimeWarp > 0 || joined.Duration > type.MaxDuration
            ? long.MaxValue
            : delta + evaluator.LengthCost(typeIndex, 0, joined.Duration - Duration);
    }

    private TimeWindowSegment StopSegment(int client, int window) => new(data.Service[client], 0, data.WindowEarly[window], data.WindowLate[window]);

    /// <summary>What is brought is on board from the depot to the client, what is taken from there on.</summary>
    private bool HasRoomOnBoard(int client, int position)
    {
        var dimensions = data.Dimensions;
        for (var d = 0; d < dimensions; d++)
        {
            var at = ((position - 1) * dimensions) + d;
            var brought = data.Demand[(client * dimensions) + d];
            var taken = data.NetLoad[(client * dimensions) + d] + brought;
            if (peakTo[at] + brought > capacity[d] || peakFrom[at] + taken > capacity[d])
                return false;
        }

        return true;
    }

    /// <summary>A release may hold back the whole trip, which the heads do not know: join the sequence from its start.</summary>
    private long WalkedDelta(int client, int position, int window, long delta)
    {
        var trip = tripOf[position - 1];
        var stop = new TimeWindowSegment(data.Service[client], 0, data.WindowEarly[window], data.WindowLate[window]);
        var joined = default(TimeWindowSegment);
        var last = 0;
        for (var i = 0; i < Length; i++)
        {
            if (i == position)
            {
                joined = TimeWindowSegment.Merge(joined, durations.Between(last, client), stop);
                last = client;
            }

            var entry = i == 0 ? heads[0] : EntrySegment(i);
            if (tripOf[i] == trip && IsDepot(i) && i < Length - 1)
            {
                var leave = data.Release[client] - (i == 0 ? 0 : type.ReloadDuration);
                if (leave > entry.Late)
                    return long.MaxValue;
                entry = entry with { Early = Math.Max(entry.Early, leave) };
            }

            joined = i == 0 ? entry : TimeWindowSegment.Merge(joined, durations.Between(last, nodes[i]), entry);
            last = nodes[i];
        }

        return joined.TimeWarp > 0 || joined.Duration > type.MaxDuration
            ? long.MaxValue
            : delta + evaluator.LengthCost(typeIndex, 0, joined.Duration - Duration);
    }
}
