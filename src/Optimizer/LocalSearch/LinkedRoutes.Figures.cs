using Territory.Optimizer.Routing;

namespace Territory.Optimizer.LocalSearch;

/// <content>What each entry and each route amounts to, computed again after their links changed.</content>
internal sealed partial class LinkedRoutes
{
    /// <summary>More than the rounding of a few floats.</summary>
    private const float RoundingShare = 1f / (1 << 20);

    /// <summary>Recomputes every figure of a route whose links changed, dropping trips that became empty.</summary>
    public void Update(int vehicle)
    {
        DropEmptyTrips(vehicle);
        ModifiedAt[vehicle] = Clock = unchecked(Clock + 1);
        var type = Data.VehicleTypes[Data.TypeOfVehicle[vehicle]];
        var start = StartOf(vehicle);
        var end = EndOf(vehicle);
        if (Data.IsTimed)
        {
            Single[start] = Head[start] = new TimeWindowSegment(0, 0, type.Start.Early, type.Start.Late);
            Single[end] = Tail[end] = new TimeWindowSegment(0, 0, 0, type.LatestEnd);
        }

        Array.Clear(LoadTo, start * dimensions, dimensions);
        var position = 0;
        Position[start] = 0;
        DistanceTo[start] = DistanceBackTo[start] = TravelTo[start] = TravelBackTo[start] = ServiceTo[start] = 0;
        for (int last = start, entry = Next[start]; ; last = entry, entry = Next[entry])
        {
            VehicleOf[entry] = vehicle;
            Position[entry] = ++position;
            UpdateSums(last, entry);
            if (Data.IsTimed)
                UpdateHead(last, entry, type);
            if (entry == end)
                break;
        }

        var tripEnd = end;
        for (var entry = Previous[end]; ; entry = Previous[entry])
        {
            TripEnd[entry] = tripEnd;
            if (Data.IsTimed)
                UpdateTail(entry, tripEnd);
            if (entry == start)
                break;
            if (IsDepot(entry))
                tripEnd = entry;
            else if (NotesLinks)
                NoteLinks(entry);
        }

        Distance[vehicle] = DistanceTo[end];
        Duration[vehicle] = Data.IsTimed ? Head[end].Duration : 0;
        Price(vehicle);
        MarkUse(vehicle);
    }

    /// <summary>A client's links are new when another location comes before it, after it or after that one.</summary>
    private void NoteLinks(int client)
    {
        var (before, after) = (Location[Previous[client]], Location[Next[client]]);
        if (seenPrevious[client] == before && seenNext[client] == after)
            return;
        if (seenNext[client] != after && !IsDepot(Previous[client]))
            Trials.Link(Previous[client], Clock);
        (seenPrevious[client], seenNext[client]) = (before, after);
        Trials.Link(client, Clock);
    }

    private void DropEmptyTrips(int vehicle)
    {
        if (FirstReload == Location.Length)
            return;
        for (var entry = Next[StartOf(vehicle)]; !IsEnd(entry); entry = Next[entry])
        {
            if (!IsDepot(entry) || !(IsDepot(Previous[entry]) || IsEnd(Next[entry])))
                continue;
            Link(Previous[entry], Next[entry]);
            freeReloads[freeReloadCount++] = entry;
        }
    }

    private void UpdateSums(int last, int entry)
    {
        var (from, to) = (Location[last], Location[entry]);
        ToNext[last] = distances.Between(from, to);
        DistanceTo[entry] = DistanceTo[last] + ToNext[last];
        DistanceBackTo[entry] = DistanceBackTo[last] + distances.Between(to, from);
        if (CostsDuration)
        {
            TravelTo[entry] = TravelTo[last] + durations.Between(from, to);
            TravelBackTo[entry] = TravelBackTo[last] + durations.Between(to, from);
            ServiceTo[entry] = ServiceTo[last] + (IsDepot(entry) ? 0 : Data.Service[entry]);
        }

        for (var d = 0; d < dimensions; d++)
        {
            var load = LoadTo[(last * dimensions) + d];
            if (IsDepot(entry))
                TripLoad[(entry * dimensions) + d] = load;
            LoadTo[(entry * dimensions) + d] = IsDepot(entry) ? 0 : load + Data.Demand[(entry * dimensions) + d];
        }
    }

    private void UpdateHead(int last, int entry, VehicleType type)
    {
        if (entry < n)
        {
            var window = Window[entry];
            Single[entry] = new TimeWindowSegment(Data.Service[entry], 0, Data.WindowEarly[window], Data.WindowLate[window]);
        }
        else if (!IsEnd(entry))
        {
            var hours = Data.Depots[type.StartDepot].Reloading;
            Single[entry] = new TimeWindowSegment(type.ReloadDuration, 0, hours.Early, hours.Late);
        }

        Head[entry] = TimeWindowSegment.Merge(Head[last], TravelBetween(last, entry), Single[entry]);
    }

    private void UpdateTail(int entry, int tripEnd)
    {
        var next = Next[entry];
        Tail[entry] = TimeWindowSegment.Merge(Single[entry], TravelBetween(entry, next), Tail[next]);
        if (!IsDepot(entry))
            TripRest[entry] = next == tripEnd ? Single[entry] : TimeWindowSegment.Merge(Single[entry], TravelBetween(entry, next), TripRest[next]);
    }

    private void Price(int vehicle)
    {
        LoadPenalty[vehicle] = 0;
        TimeCost[vehicle] = 0;
        Slack[vehicle] = 0;
        PriceWorth(vehicle);
        if (IsUnused(vehicle))
            return;
        var end = EndOf(vehicle);
        var room = Data.TypeOfVehicle[vehicle] * dimensions;
        for (var entry = StartOf(vehicle); entry != end;)
        {
            entry = TripEnd[entry];
            for (var d = 0; d < dimensions; d++)
                LoadPenalty[vehicle] += PenaltyWeights.Cost(Weights.Load, TripLoad[(entry * dimensions) + d] - Capacity[room + d]);
        }

        if (Data.IsTimed)
            TimeCost[vehicle] = TimeCostOf(vehicle, Head[end]);
        // What is paid for driving and serving is in the bound of every change; a reload is not, so it counts as waiting.
        var working = CostsDuration ? DurationRate[vehicle] * (TravelTo[end] + ServiceTo[end]) : 0;
        Slack[vehicle] = LoadPenalty[vehicle] + TimeCost[vehicle] - working;
        PriceWorth(vehicle);
    }

    private void PriceLoads()
    {
        if (!isLoadWorthKnown)
            return;
        // A load that may not be too much at any price is given one that no road outweighs, as far as a float tells.
        worthOfLoad = Weights.Load < 0 ? 1 << 20 : (double)Weights.Load / PenaltyWeights.Parts / worthRate;
        for (var location = Data.DepotCount; location < n; location++)
            LoadWorth[location] = (float)(Data.Demand[location] * worthOfLoad);
    }

    private void PriceWorth(int vehicle)
    {
        if (worthRate == 0)
            return;
        if (!isLoadWorthKnown)
        {
            SlackWorth[vehicle] = (float)((double)Slack[vehicle] / worthRate) * (1 + RoundingShare) + 1;
            return;
        }

        var end = EndOf(vehicle);
        var load = TripLoad[end];
        var capacity = Capacity[Data.TypeOfVehicle[vehicle]];
        ExcessWorth[vehicle] = (float)((load - capacity) * worthOfLoad);
        for (var entry = StartOf(vehicle); entry != end; entry = Next[entry])
        {
            TailWorth[entry] = (float)((load - LoadTo[entry]) * worthOfLoad);
            HeadWorth[entry] = (float)(LoadTo[entry] * worthOfLoad);
        }

        var time = IsUnused(vehicle) ? 0 : TimeSlack(vehicle);
        SlackWorth[vehicle] = (float)((double)time / worthRate) * (1 + RoundingShare) + ((float)((load + capacity) * worthOfLoad) * RoundingShare) + 1;
    }

    private void MarkUse(int vehicle)
    {
        var type = Data.TypeOfVehicle[vehicle];
        if (IsUnused(vehicle))
        {
            firstUnused[type] = Math.Min(firstUnused[type], vehicle);
            return;
        }

        while (firstUnused[type] < Data.FirstVehicleOfType[type + 1] && !IsUnused(firstUnused[type]))
            firstUnused[type]++;
    }
}
