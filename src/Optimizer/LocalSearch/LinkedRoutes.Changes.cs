using System.Runtime.CompilerServices;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.LocalSearch;

/// <content>The terms of what a change costs: arcs, stretches, loads and times, each from figures that are at hand.</content>
internal sealed partial class LinkedRoutes
{
    /// <summary>Cost of driving from one entry to the next with this vehicle.</summary>
    /// <param name="withTime">Whether to count paid travel time too, for the bound; the exact cost takes paid time from the joined timing.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long ArcCost(int vehicle, int from, int to, bool withTime)
    {
        var length = distances.Between(Location[from], Location[to]);
        if (length == ProblemData.NoRoad)
            return Impossible;
        var cost = DistanceRate[vehicle] * length;
        return withTime ? cost + TravelCost(vehicle, from, to) : cost;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long TravelBetween(int from, int to) => durations.Between(Location[from], Location[to]);

    /// <summary>Cost of the arcs from <paramref name="first"/> on to <paramref name="last"/> of one route when <paramref name="vehicle"/> drives them, forwards or backwards.</summary>
    public long RangeCost(int vehicle, int first, int last, bool backwards, bool withTime)
    {
        if (first == last)
            return 0;
        var length = backwards ? DistanceBackTo[last] - DistanceBackTo[first] : DistanceTo[last] - DistanceTo[first];
        // An arc without a road is longer than all others together may be.
        if (backwards && length >= ProblemData.NoRoad && HasGap(first, last))
            return Impossible;
        var cost = DistanceRate[vehicle] * length;
        if (!withTime)
            return cost;
        return cost + (DurationRate[vehicle] * (backwards ? TravelBackTo[last] - TravelBackTo[first] : TravelTo[last] - TravelTo[first]));
    }

    /// <summary>Paid service of the clients from <paramref name="first"/> on to <paramref name="last"/>, when it is with <paramref name="vehicle"/>.</summary>
    public long ServiceCost(int vehicle, int first, int last) =>
        DurationRate[vehicle] * (ServiceTo[last] - ServiceTo[first] + Data.Service[first]);

    /// <summary>Cost of driving on from <paramref name="from"/> to <paramref name="to"/> of one route when everything between them is gone, a trip or the whole route that becomes empty with it.</summary>
    public long BridgeCost(int vehicle, int from, int to, bool withTime)
    {
        if (!IsDepot(from) || !IsDepot(to))
            return ArcCost(vehicle, from, to, withTime);
        if (!IsEnd(to))
            return 0;
        if (IsStart(from))
            return -FixedCost(vehicle);
        return ArcCost(vehicle, Previous[from], to, withTime) - ArcCost(vehicle, Previous[from], from, withTime);
    }

    /// <summary>Cost of the vehicle's time when everything between two of its entries is gone; see <see cref="BridgeCost"/>.</summary>
    public long BridgeTimeCost(int vehicle, int from, int to)
    {
        if (!Data.IsTimed)
            return 0;
        if (IsDepot(from) && IsDepot(to))
        {
            if (!IsEnd(to))
                to = Next[to];
            else if (IsStart(from))
                return 0;
            else
                from = Previous[from];
        }

        return TimeCostOf(vehicle, TimeWindowSegment.Merge(Head[from], TravelBetween(from, to), Tail[to]));
    }

    /// <summary>Cost of a day with this timing: paid time and the penalties for time.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long TimeCostOf(int vehicle, in TimeWindowSegment day)
    {
        var cost = day.TimeWarp > 0 ? PenaltyWeights.Cost(Weights.Time, day.TimeWarp) : 0;
        if (!Data.CostsDuration)
            return cost;
        var type = Data.VehicleTypes[Data.TypeOfVehicle[vehicle]];
        return cost + (DurationRate[vehicle] * day.Duration) + PenaltyWeights.Cost(Weights.Time, day.Duration - type.MaxDuration);
    }

    /// <summary>What moving the clients from <paramref name="first"/> on to <paramref name="last"/> changes in the penalty of the trip that ends at <paramref name="tripEnd"/>.</summary>
    /// <param name="sign">1 when they join it, -1 when they leave it.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long LoadChange(int tripEnd, int first, int last, int sign)
    {
        long change = 0;
        var room = Data.TypeOfVehicle[VehicleOf[tripEnd]] * dimensions;
        for (var d = 0; d < dimensions; d++)
            change += PenaltyChange(tripEnd, d, room, sign * BlockLoad(first, last, d));
        return change;
    }

    /// <summary>The same when one block leaves the trip and another joins it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long LoadChange(int tripEnd, int leavingFirst, int leavingLast, int joiningFirst, int joiningLast)
    {
        long change = 0;
        var room = Data.TypeOfVehicle[VehicleOf[tripEnd]] * dimensions;
        for (var d = 0; d < dimensions; d++)
            change += PenaltyChange(tripEnd, d, room, BlockLoad(joiningFirst, joiningLast, d) - BlockLoad(leavingFirst, leavingLast, d));
        return change;
    }

    /// <summary>What changes in the penalty of the trip of <paramref name="head"/> when its rest after that entry is exchanged for the rest of another trip after <paramref name="otherHead"/>.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long LoadChangeOfTails(int head, int otherHead)
    {
        long change = 0;
        var tripEnd = TripEnd[head];
        var otherEnd = TripEnd[otherHead];
        var room = Data.TypeOfVehicle[VehicleOf[head]] * dimensions;
        for (var d = 0; d < dimensions; d++)
        {
            var joining = TripLoad[(otherEnd * dimensions) + d] - LoadTo[(otherHead * dimensions) + d];
            var leaving = TripLoad[(tripEnd * dimensions) + d] - LoadTo[(head * dimensions) + d];
            change += PenaltyChange(tripEnd, d, room, joining - leaving);
        }

        return change;
    }

    /// <summary>What changes in the penalty of the trip of <paramref name="head"/> when its rest after that entry is exchanged for what another trip has up to <paramref name="otherHead"/>.</summary>
    public long LoadChangeOfHead(int head, int otherHead)
    {
        long change = 0;
        var tripEnd = TripEnd[head];
        var room = Data.TypeOfVehicle[VehicleOf[head]] * dimensions;
        for (var d = 0; d < dimensions; d++)
            change += PenaltyChange(tripEnd, d, room, LoadTo[(otherHead * dimensions) + d] - TripLoad[(tripEnd * dimensions) + d] + LoadTo[(head * dimensions) + d]);
        return change;
    }

    /// <summary>What changes in the penalty of the trip of <paramref name="tail"/> when all up to that entry is exchanged for the rest of another trip after <paramref name="otherHead"/>.</summary>
    public long LoadChangeOfTail(int tail, int otherHead)
    {
        long change = 0;
        var (tripEnd, otherEnd) = (TripEnd[tail], TripEnd[otherHead]);
        var room = Data.TypeOfVehicle[VehicleOf[tail]] * dimensions;
        for (var d = 0; d < dimensions; d++)
            change += PenaltyChange(tripEnd, d, room, TripLoad[(otherEnd * dimensions) + d] - LoadTo[(otherHead * dimensions) + d] - LoadTo[(tail * dimensions) + d]);
        return change;
    }

    /// <summary>Whether the vehicle may serve every client from <paramref name="first"/> on to <paramref name="last"/>.</summary>
    public bool MayServe(int vehicle, int first, int last)
    {
        var type = Data.TypeOfVehicle[vehicle];
        if (!isRestricted[type])
            return true;
        for (var entry = first; ; entry = Next[entry])
        {
            if (!Data.MayServe(type, entry))
                return false;
            if (entry == last)
                return true;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long TravelCost(int vehicle, int from, int to)
    {
        var time = durations.Between(Location[from], Location[to]);
        return time == ProblemData.NoRoad ? Impossible : DurationRate[vehicle] * time;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long BlockLoad(int first, int last, int d) =>
        LoadTo[(last * dimensions) + d] - LoadTo[(first * dimensions) + d] + Data.Demand[(first * dimensions) + d];

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long PenaltyChange(int tripEnd, int d, int room, long added)
    {
        var excess = TripLoad[(tripEnd * dimensions) + d] - Capacity[room + d];
        return PenaltyWeights.Cost(Weights.Load, excess + added) - PenaltyWeights.Cost(Weights.Load, excess);
    }

    private bool HasGap(int first, int last)
    {
        for (var entry = last; entry != first; entry = Previous[entry])
        {
            if (distances.Between(Location[entry], Location[Previous[entry]]) == ProblemData.NoRoad)
                return true;
        }

        return false;
    }
}
