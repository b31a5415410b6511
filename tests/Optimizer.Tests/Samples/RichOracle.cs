using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Tests.Samples;

/// <summary>
/// Prices a day of a rich problem from its records alone: every departure, every moment for every break, one unit of time after another on the road. Breaks
/// and times of day on the road are not combined here.
/// </summary>
internal sealed class RichOracle(ProblemData data, int vehicle, IReadOnlyList<IReadOnlyList<int>> trips, IReadOnlyList<IReadOnlyList<int>> windows)
{
    private const long LatestBreak = 200;

    private readonly int typeIndex = data.TypeOfVehicle[vehicle];
    private readonly VehicleType type = data.VehicleTypes[data.TypeOfVehicle[vehicle]];
    private readonly Dictionary<(int Entry, long Now, long WorkSince, int Taken), (long Time, long StartCost)?> known = [];
    private readonly int[] clients = [.. trips.SelectMany(trip => trip)];
    private readonly int[] chosen = [.. windows.SelectMany(trip => trip)];

    /// <summary>Whether the departure is the cheapest of all; otherwise, with breaks that more than windows bind, the latest that delays nothing.</summary>
    private bool IsFree => type.Breaks.Count == 0 || (type.Breaks.All(pause => pause.MaxWorkBefore == Interval.Unbounded) && data.Clients.All(client => client.SoftWindow is null && client.Planned is not { Start: not null, CostPerShift: > 0 }));

    /// <summary>The route's cost, or null when it breaks a rule.</summary>
    public long? Cost() => Departures().Select(start => CostFrom(start)).Min();

    /// <summary>What the route costs from a departure on, or null when it breaks a rule.</summary>
    public long? CostFrom(long start)
    {
        if (Fixed() is not { } rest)
            return null;
        if (!data.IsTimed)
            return rest + DayPrice(0, 0);
        return start >= Earliest && start <= type.Start.Late && Finish(Path(), (int)start) is { } day && day.Time - start <= type.MaxDuration
            ? rest + DayPrice(day.Time - start, day.StartCost) : null;
    }

    /// <summary>How much dearer a day is that is so much longer and every start of which is so much off.</summary>
    public long PriceOf(long delay, long duration) =>
        DayPrice(duration + delay, 0) - DayPrice(duration, 0) + clients.Sum(client => delay * ((data.Clients[client].SoftWindow is { } soft ? soft.CostPerEarly + soft.CostPerLate : 0) + (data.Clients[client].Planned?.CostPerShift ?? 0)));

    private long Earliest => Math.Max(type.Start.Early, trips[0].Select(client => data.Clients[client].Release).DefaultIfEmpty(0).Max());

    private IEnumerable<long> Departures()
    {
        if (!data.IsTimed)
            return [0];
        var path = Path();
        if (Fixed() is null || Earliest > type.Start.Late || Finish(path, (int)Earliest) is not { } goal)
            return [];
        // Within days of tests nobody who leaves later than this is back in time.
        var later = Enumerable.Range(1, 400).Select(wait => Earliest + wait).Where(start => start <= type.Start.Late);
        return IsFree
            ? later.Prepend(Earliest)
            : [later.Where(start => start <= goal.Time && Finish(path, (int)start) is { } day && day.Time == goal.Time && day.StartCost <= goal.StartCost).Append(Earliest).Max()];
    }

    /// <summary>What does not depend on the departure, or null when the route breaks a rule at any.</summary>
    private long? Fixed()
    {
        if (!KeepsRulesOfStops() || !KeepsLoads())
            return null;
        var path = Path();
        var legs = path.Skip(1).Zip(path, (to, from) => (Distance: Length(Roads.Distances, from.Location, to.Location), Price: Roads.Prices is { } prices ? Length(prices, from.Location, to.Location) : 0, Drive: Drive(from.Location, to.Location))).ToArray();
        if (legs.Any(leg => leg.Distance is null || (leg.Drive is null && data.IsTimed)))
            return null;
        var distance = legs.Sum(leg => (long)(leg.Distance ?? 0));
        var driving = legs.Sum(leg => (long)(leg.Drive ?? 0));
        if (distance > type.MaxDistance || driving > type.MaxDriving)
            return null;
        long service = path.Skip(1).Zip(path, (to, from) => to.Client < 0 ? 0 : Work(from.Client, to.Client)).Sum();
        return type.FixedCost + (type.CostPerDistance * distance) + legs.Sum(leg => leg.Price is > 0 and < ProblemData.NoRoad ? leg.Price.Value : 0) + (type.CostPerDriving * driving)
            + (type.CostPerService * service) + (type.CostPerStop * clients.Length)
            + clients.Sum(client => data.Clients[client].Planned is { } planned && planned.Vehicle != vehicle ? planned.VehicleCost : 0)
            + (data.Rules.CostPerFurtherTerritory * Math.Max(0, clients.Select(client => data.Clients[client].Territory).OfType<int>().Distinct().Count() - 1));
    }

    private long DayPrice(long duration, long startCost)
    {
        var balance = data.Rules.Balance;
        var figure = balance?.Figure switch
        {
            BalancedFigure.Duration => duration,
            BalancedFigure.Stops => clients.Length,
            _ => clients.Sum(client => data.Clients[client].Demand.First + data.Clients[client].Pickup.First + data.Shipments.Where(shipment => shipment.Pickup == client).Sum(shipment => shipment.Amount.First)),
        };
        return (type.CostPerDuration * duration) + (type.OvertimeCostPerDuration * Math.Max(0, duration - type.RegularDuration)) + startCost
            + (balance is null ? 0 : balance.Weight * figure * figure / (balance.Unit * balance.Unit));
    }

    private TravelProfile Roads => type.Profile == 0 ? new TravelProfile(data.Distances, data.Durations) : data.Rules.Profiles[type.Profile - 1];

    private static int? Length(ArcLengths lengths, int from, int to) => lengths.Between(from, to) is var length && length == ProblemData.NoRoad ? null : length;

    private int? Drive(int from, int to) => AtSpeed(Length(Roads.Durations, from, to));

    private int? AtSpeed(int? free) => free is { } duration ? (int)Math.Floor((duration * 1000.0 / type.SpeedPermille) + 0.5) : null;

    /// <summary>The thousandths of a unit of time of a leg; one that takes no time at some hours has a unit all the same.</summary>
    private long Work(int? drive) => 1000L * Math.Max(Roads.Slots.Count > 0 ? 1 : 0, drive ?? 0);

    private long Work(int before, int client)
    {
        var (here, there) = (data.Clients[client], before < 0 ? null : data.Clients[before]);
        var setup = here.SetupByType?[typeIndex] ?? here.SetupDuration;
        return (here.ServiceByType?[typeIndex] ?? here.ServiceDuration) + (here.Place is { } place && there?.Place == place ? 0 : setup);
    }

    private bool KeepsRulesOfStops()
    {
        if (trips.Count > type.MaxTrips || clients.Length > type.MaxStops)
            return false;
        for (var i = 0; i < clients.Length; i++)
        {
            var client = data.Clients[clients[i]];
            var isFitting = (client.Vehicle ?? vehicle) == vehicle
                && (client.Skills is not { } skills || (skills.All.All(type.Skills.Contains) && (skills.AnyOf.Count == 0 || skills.AnyOf.Intersect(type.Skills).Any()) && !skills.NoneOf.Intersect(type.Skills).Any()))
                && (client.Position != StopPosition.First || i == 0) && (client.Position != StopPosition.Last || i == clients.Length - 1);
            if (!isFitting)
                return false;
        }

        foreach (var relation in data.Rules.Relations)
        {
            var places = relation.Clients.Select(client => Array.IndexOf(clients, client)).Where(place => place >= 0).ToArray();
            var isKept = relation.Kind switch
            {
                RelationKind.Apart => places.Length <= 1,
                RelationKind.Sequence => places.Order().SequenceEqual(places),
                RelationKind.DirectSequence => places.Zip(places.Skip(1)).All(pair => pair.Second == pair.First + 1),
                _ => true,
            };
            if (!isKept)
                return false;
        }

        return true;
    }

    private bool KeepsLoads()
    {
        foreach (var trip in trips)
        {
            var hasPicked = false;
            for (var at = 0; at <= trip.Count; at++)
            {
                if (!OnBoard(trip, at).FitsIn(type.Capacity))
                    return false;
                if (at == trip.Count)
                    break;
                if (type.DeliversBeforePickups && hasPicked && data.Clients[trip[at]].Demand != default)
                    return false;
                hasPicked |= data.Clients[trip[at]].Pickup != default;
            }

            foreach (var shipment in data.Shipments)
            {
                var (from, to) = (trip.ToList().IndexOf(shipment.Pickup), trip.ToList().IndexOf(shipment.Delivery));
                if (from < 0 != to < 0 || from > to)
                    return false;
            }
        }

        return true;
    }

    /// <summary>What is on board after the first stops of a trip: what is still to be brought, and what was taken.</summary>
    private Load OnBoard(IReadOnlyList<int> trip, int stops)
    {
        var load = trip.Skip(stops).Aggregate(default(Load), (sum, client) => sum + data.Clients[client].Demand);
        load = trip.Take(stops).Aggregate(load, (sum, client) => sum + data.Clients[client].Pickup);
        return data.Shipments.Where(shipment => trip.Take(stops).Contains(shipment.Pickup) && !trip.Take(stops).Contains(shipment.Delivery)).Aggregate(load, (sum, shipment) => sum + shipment.Amount);
    }

    private (int Location, int Client, int Trip, int Stop)[] Path()
    {
        var path = new List<(int Location, int Client, int Trip, int Stop)>();
        for (var trip = 0; trip < trips.Count; trip++)
        {
            path.Add((type.StartDepot, -1, trip, 0));
            path.AddRange(trips[trip].Select((client, i) => (data.DepotCount + client, client, trip, i + 1)));
        }

        path.Add((type.EndDepot, -1, trips.Count, 0));
        return [.. path];
    }

    private (long Time, long StartCost)? Finish((int Location, int Client, int Trip, int Stop)[] path, int start) => From(path, 0, start, start, 0);

    /// <summary>The earliest end of the day, and of the days that end then the least price of starts, from the entry that is left at <paramref name="now"/>.</summary>
    private (long Time, long StartCost)? From((int Location, int Client, int Trip, int Stop)[] path, int entry, long now, long workSince, int taken)
    {
        if (entry == path.Length - 1)
        {
            for (var b = taken; b < type.Breaks.Count; b++)
            {
                if (type.Breaks[b].IsObligatory || now > Math.Min(type.Breaks[b].Windows[^1].Late, workSince + type.Breaks[b].MaxWorkBefore))
                    return null;
            }

            return (now, 0);
        }

        if (!known.TryGetValue((entry, now, workSince, taken), out var rest))
            known[(entry, now, workSince, taken)] = rest = OnRoad(path, entry, now, Work(Drive(path[entry].Location, path[entry + 1].Location)), workSince, taken);
        return rest;
    }

    private (long Time, long StartCost)? OnRoad((int Location, int Client, int Trip, int Stop)[] path, int entry, long now, long left, long workSince, int taken)
    {
        (long Time, long StartCost)? best = null;
        void Keep((long Time, long StartCost)? other)
        {
            if (other is { } found && (best is not { } least || found.CompareTo(least) < 0))
                best = found;
        }

        var (time, rest) = (now, left);
        var (entered, restThen) = (now, left);
        var work = Work(Drive(path[entry].Location, path[entry + 1].Location));
        while (true)
        {
            if (Roads.Slots.Any(slot => slot.From == time))
                (entered, restThen) = (time, rest);
            var inSlot = Roads.Slots.LastOrDefault(slot => slot.From <= time) is { } current ? AtSpeed(Length(current.Durations, path[entry].Location, path[entry + 1].Location)) : null;
            if (inSlot == 0)
                rest = 0;
            if (rest <= 0)
                Keep(Arrive(path, entry + 1, time, workSince, taken));
            if (taken < type.Breaks.Count && type.Breaks[taken] is var pause && MayPause(path, entry, pause, time, workSince))
                Keep(OnRoad(path, entry, time + pause.Duration, Math.Max(0, rest), time + pause.Duration, taken + 1));
            // Waiting at the place is only worth something until a break has begun.
            if (rest <= 0 && (taken == type.Breaks.Count || time > Math.Min(type.LatestEnd, LatestBreak)))
                return best;
            time++;
            // Within a slot what is done is rounded down, from its beginning or the departure on; on a closed road nothing is.
            if (Roads.Slots.Count > 0)
                rest = restThen - (inSlot is { } all && all > 0 ? (time - entered) * work / all : rest <= 0 ? restThen - rest : 0);
            else
                rest -= type.SpeedPeriods.LastOrDefault(period => period.From <= time - 1)?.SpeedPermille ?? 1000;
        }
    }

    private bool MayPause((int Location, int Client, int Trip, int Stop)[] path, int entry, Break pause, long time, long workSince)
    {
        var load = OnBoard(trips[path[entry].Trip], path[entry].Stop);
        return pause.Windows.Any(window => window.Early <= time && time <= window.Late) && time <= workSince + pause.MaxWorkBefore && (pause.MaxLoad is not { } most || load.FitsIn(most));
    }

    private (long Time, long StartCost)? Arrive((int Location, int Client, int Trip, int Stop)[] path, int entry, long time, long workSince, int taken)
    {
        var (location, client, trip, _) = path[entry];
        if (client < 0)
        {
            if (trips[trip - 1].Any(carried => time > data.Clients[carried].Due))
                return null;
            if (entry == path.Length - 1)
                return time > type.LatestEnd ? null : From(path, entry, time, workSince, taken);
            var hours = data.Depots[location].Reloading;
            var release = trips[trip].Max(carried => data.Clients[carried].Release) - type.ReloadDuration;
            var begin = Math.Max(time, Math.Max(hours.Early, release));
            return begin > hours.Late ? null : From(path, entry, begin + type.ReloadDuration, workSince, taken);
        }

        var stop = data.Clients[client];
        var window = stop.Windows[chosen[Array.IndexOf(clients, client)]];
        var start = Math.Max(time, window.Early);
        if (start > window.Late)
            return null;
        long startCost = 0;
        if (stop.SoftWindow is { } soft)
            startCost += (soft.CostPerEarly * Math.Max(0, soft.Preferred.Early - start)) + (soft.CostPerLate * Math.Max(0, start - soft.Preferred.Late));
        if (stop.Planned is { Start: { } planned } plan)
            startCost += plan.CostPerShift * Math.Abs(start - planned);
        return From(path, entry, start + Work(path[entry - 1].Client, client), workSince, taken) is { } rest ? (rest.Time, rest.StartCost + startCost) : null;
    }
}
