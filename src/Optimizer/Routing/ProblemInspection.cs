using Territory.Model.Problems;

namespace Territory.Optimizer.Routing;

/// <summary>Everything that is wrong with the parts of a problem, each with its place, so that nothing is clipped and no sum can overflow.</summary>
internal sealed class ProblemInspection
{
    /// <summary>Every duration, distance and time is below this, so that a sum over a day of any length fits in a long.</summary>
    private const long LargestTime = Interval.Unbounded;
    private const long LargestLoad = 1L << 45;
    private const long LargestRate = 1L << 40;
    private const int MostVehicles = 1_000_000;
    private const int MostKept = 200;
    private const int MostSlots = 64;

    private static readonly string LoadRule = $"A load must be 0 to {LargestLoad}.";
    private static readonly string TimeRule = $"It must be 0 to {LargestTime}.";
    private static readonly string RateRule = $"A cost must be 0 to {LargestRate}.";
    private static readonly string WindowRule = $"A window must begin before it ends, from 0 to {LargestTime}.";

    private readonly IReadOnlyList<Client> clients;
    private readonly IReadOnlyList<VehicleType> types;
    private readonly IReadOnlyList<Depot> depots;
    private readonly ProblemRules rules;
    private readonly ArcLengths durations;
    private readonly List<Problem> problems = [];
    private readonly int vehicles;
    private string part = "";
    private int number;

    private ProblemInspection(IReadOnlyList<Depot> depots, IReadOnlyList<Client> clients, IReadOnlyList<VehicleType> types, ArcLengths durations, ProblemRules rules)
    {
        (this.depots, this.clients, this.types, this.durations, this.rules) = (depots, clients, types, durations, rules);
        vehicles = (int)Math.Min(int.MaxValue, types.Sum(type => (long)Math.Max(0, type.Count)));
    }

    public static IReadOnlyList<Problem> Inspect(
        IReadOnlyList<Depot> depots,
        IReadOnlyList<Client> clients,
        IReadOnlyList<VehicleType> types,
        ArcLengths distances,
        ArcLengths durations,
        IReadOnlyList<Shipment> shipments,
        ProblemRules rules)
    {
        var inspection = new ProblemInspection(depots, clients, types, durations, rules);
        inspection.At("depots", -1).Require(depots.Count > 0, "problem.depot", "A problem needs at least one depot.", "");
        for (var d = 0; d < depots.Count; d++)
            inspection.At("depots", d).Require(depots[d].Reloading is { Early: >= 0 and <= LargestTime, Late: <= LargestTime }, "depot.reloading", TimeRule, ".reloading", depots[d].Reloading);
        inspection.At("", -1).InspectLengths(distances, durations, null);
        for (var p = 0; p < rules.Profiles.Count; p++)
        {
            inspection.At("profiles", p).InspectLengths(rules.Profiles[p].Distances, rules.Profiles[p].Durations, rules.Profiles[p].Prices);
            inspection.InspectSlots(rules.Profiles[p]);
        }

        for (var c = 0; c < clients.Count; c++)
            inspection.At("clients", c).InspectClient(clients[c]);
        inspection.At("vehicleTypes", -1).Require(inspection.vehicles <= MostVehicles, "vehicle.count", $"There may be {MostVehicles} vehicles at most.", "", inspection.vehicles);
        for (var t = 0; t < types.Count; t++)
            inspection.At("vehicleTypes", t).InspectType(types[t]);
        inspection.InspectShipments(shipments);
        inspection.InspectRules();
        // Locks name clients and vehicles, so these have to be in order first.
        return inspection.problems.Count > 0 ? inspection.problems : LockInspection.Inspect(clients, types, shipments, rules);
    }

    private void InspectLengths(ArcLengths distances, ArcLengths durations, ArcLengths? prices)
    {
        var locations = depots.Count + clients.Count;
        foreach (var (lengths, name) in new[] { (distances, ".distances"), (durations, ".durations"), (prices, ".prices") })
        {
            if (lengths is null)
                continue;
            Require(lengths.LocationCount == locations && lengths.IsSquare, "problem.matrix.size", $"{locations} locations need lengths of as many, from each to each.", name, lengths.LocationCount);
            Require(
                lengths is { HasNegative: false, HasPlaces: true, Longest: <= ProblemData.LargestEntry },
                "problem.matrix.range", $"An entry must be 0 to {ProblemData.LargestEntry}, or no road; coordinates and their scale must be numbers.", name, lengths.Longest);
        }
    }

    private void InspectSlots(TravelProfile profile)
    {
        var (slots, least) = (profile.Slots, profile.Durations);
        if (slots.Count == 0)
            return;
        Require(
            slots.Count <= MostSlots && slots[0].From == 0 && slots.All(slot => slot.From <= LargestTime) && slots.Zip(slots.Skip(1)).All(pair => pair.First.From < pair.Second.From),
            "profile.slots", $"Up to {MostSlots} slots must begin one after the other, the first at 0.", ".slots", slots.Count);
        var locations = depots.Count + clients.Count;
        var sizes = slots.Select(slot => slot.Durations).Distinct().ToArray();
        if (sizes.Append(least).Any(lengths => lengths.LocationCount != locations || !lengths.IsSquare || lengths.HasNegative || !lengths.HasPlaces))
        {
            Require(false, "problem.matrix.size", $"{locations} locations need lengths of as many in every slot, from each to each, none of them negative.", ".slots");
            return;
        }

        var longest = slots.Max(slot => slot.Durations.Longest);
        Require(longest <= TravelLeg.LargestSlotEntry, "problem.matrix.range", $"An entry of a slot must be 0 to {TravelLeg.LargestSlotEntry}, or no road.", ".slots", longest);
        Require(sizes.All(lengths => !lengths.IsShorterSomewhere(least)), "profile.slots.least", "No slot may take less than the durations of the profile.", ".slots");
        Require(slots[^1].Durations.HasRoadsOf(least), "profile.slots.last", "The last slot must have a road wherever the profile has one.", ".slots");
    }

    private void InspectClient(Client client)
    {
        Require(client.Demand.IsNotNegative && client.Pickup.IsNotNegative, "client.load", "A demand or pickup must not be negative.", "");
        Require(LargestOf(client.Demand) <= LargestLoad && LargestOf(client.Pickup) <= LargestLoad, "client.load", LoadRule, "");
        InspectTime(client.ServiceDuration, ".service");
        InspectTime(client.SetupDuration, ".setup");
        InspectTime(client.Release, ".release");
        InspectTime(client.Due, ".due");
        InspectRate(client.Prize, ".prize", long.MaxValue / 1024);
        Require(client.Priority is >= 0 and <= 100, "client.priority", "A priority must be 0 to 100.", ".priority", client.Priority);
        Require(client.Windows.Count > 0, "client.windows", "A client needs a window.", ".windows");
        InspectWindows(client.Windows, ".windows");
        InspectByType(client.ServiceByType, ".serviceByType");
        InspectByType(client.SetupByType, ".setupByType");
        Require(client.Vehicle is not { } vehicle || (uint)vehicle < (uint)vehicles, "client.vehicle", "The vehicle does not exist.", ".vehicle", client.Vehicle);
        if (client.SoftWindow is { } soft)
        {
            Require(soft.Preferred is { IsEmpty: false, Early: >= 0, Late: <= LargestTime }, "client.softWindow", "A preferred window must lie between 0 and the largest time.", ".softWindow");
            InspectRate(soft.CostPerEarly, ".softWindow");
            InspectRate(soft.CostPerLate, ".softWindow");
        }

        if (client.Planned is { } planned)
        {
            Require((uint)planned.Vehicle < (uint)vehicles, "client.planned", "The planned vehicle does not exist.", ".planned", planned.Vehicle);
            InspectRate(planned.VehicleCost, ".planned");
            InspectRate(planned.CostPerShift, ".planned");
            InspectTime(planned.Start ?? 0, ".planned");
        }
    }

    private void InspectType(VehicleType type)
    {
        Require(type.Count >= 0, "vehicle.count", "A count must not be negative.", ".count", type.Count);
        Require(type.MaxTrips >= 1, "vehicle.trips", "A vehicle needs at least one trip.", ".maxTrips", type.MaxTrips);
        Require(type.MaxStops >= 0, "vehicle.stops", "A number of stops must not be negative.", ".maxStops", type.MaxStops);
        Require(type.Capacity.IsNotNegative, "vehicle.capacity", "A capacity must not be negative.", ".capacity");
        Require((uint)type.StartDepot < (uint)depots.Count && (uint)type.EndDepot < (uint)depots.Count, "vehicle.depot", "The depot does not exist.", "");
        Require((uint)type.Profile <= (uint)rules.Profiles.Count, "vehicle.profile", "The profile does not exist.", ".profile", type.Profile);
        Require(type.SpeedPermille is >= 10 and <= 100_000, "vehicle.speed", "A speed must be 10 to 100000 thousandths.", ".speed", type.SpeedPermille);
        var slowest = (uint)type.Profile <= (uint)rules.Profiles.Count ? (type.Profile == 0 ? durations : rules.Profiles[type.Profile - 1].Durations).Longest : 0;
        Require(slowest > ProblemData.LargestEntry || slowest * 1_000 / Math.Max(1, type.SpeedPermille) <= ProblemData.LargestEntry, "vehicle.speed", $"No leg may take longer than {ProblemData.LargestEntry} at this speed.", ".speed", type.SpeedPermille);
        if (type.Profile > 0 && type.Profile <= rules.Profiles.Count && rules.Profiles[type.Profile - 1].Slots is { Count: > 0 } slots)
        {
            Require(type.SpeedPeriods.Count == 0, "vehicle.speedPeriods", "A profile with slots has its own times of day.", ".speedPeriods");
            var longest = slots.Max(slot => slot.Durations.Longest);
            Require(longest > TravelLeg.LargestSlotEntry || longest * 1_000 / Math.Max(1, type.SpeedPermille) <= TravelLeg.LargestSlotEntry, "vehicle.speed", $"No leg of a slot may take longer than {TravelLeg.LargestSlotEntry} at this speed.", ".speed", type.SpeedPermille);
        }

        Require(type.Count == 0 || !type.Start.IsEmpty, "vehicle.start", "The first departure must not be after the last one.", ".start", type.Start);
        Require(type.AllowedClients is null || type.AllowedClients.Count == clients.Count, "vehicle.allowed", "Allowed clients must name every client.", ".allowedClients");
        foreach (var (rate, name) in new[]
            {
                (type.FixedCost, ".fixedCost"), (type.CostPerDistance, ".costPerDistance"), (type.CostPerDuration, ".costPerDuration"), (type.CostPerDriving, ".costPerDriving"),
                (type.CostPerService, ".costPerService"), (type.CostPerStop, ".costPerStop"), (type.CostPerPrice, ".costPerPrice"), (type.OvertimeCostPerDuration, ".overtimeCost"),
            })
        {
            InspectRate(rate, name, name == ".fixedCost" ? long.MaxValue / 1024 : LargestRate);
        }

        foreach (var (time, name) in new[]
            {
                (type.ReloadDuration, ".reload"), (type.MaxDuration, ".maxDuration"), (type.MaxDistance, ".maxDistance"), (type.MaxDriving, ".maxDriving"),
                (type.RegularDuration, ".regularDuration"), (type.LatestEnd, ".latestEnd"), (type.Start.Early, ".start"), (type.Start.Late, ".start"),
            })
        {
            InspectTime(time, name);
        }

        Require(
            type.SpeedPeriods.All(period => period is { From: >= 0 and <= LargestTime, SpeedPermille: >= 10 and <= 1_000 }) && type.SpeedPeriods.Zip(type.SpeedPeriods.Skip(1)).All(pair => pair.First.From < pair.Second.From),
            "vehicle.speedPeriods", "Periods must begin one after the other, with speeds of 10 to 1000 thousandths of the free road.", ".speedPeriods");
        for (var b = 0; b < type.Breaks.Count; b++)
        {
            InspectTime(type.Breaks[b].Duration, ".breaks");
            InspectTime(type.Breaks[b].MaxWorkBefore, ".breaks");
            Require(type.Breaks[b].Windows.Count > 0, "break.windows", "A break needs a window.", ".breaks");
            InspectWindows(type.Breaks[b].Windows, ".breaks");
            Require(type.Breaks[b].MaxLoad is not { IsNotNegative: false }, "break.load", "A largest load must not be negative.", ".breaks");
        }

        Require(type.Prefix.Count == 0 || type.Count == 1, "vehicle.prefix", "Only a single vehicle has been sent somewhere already.", ".prefix");
        Require(type.Prefix.Distinct().Count() == type.Prefix.Count, "vehicle.prefix", "A stop is named twice.", ".prefix");
        foreach (var client in type.Prefix)
            InspectClientNumber(client, ".prefix");
    }

    private void InspectShipments(IReadOnlyList<Shipment> shipments)
    {
        var isShipped = new bool[clients.Count];
        for (var s = 0; s < shipments.Count; s++)
        {
            var shipment = shipments[s];
            At("shipments", s);
            if (!InspectClientNumber(shipment.Pickup, ".pickup") || !InspectClientNumber(shipment.Delivery, ".delivery"))
                continue;
            var (from, to) = (clients[shipment.Pickup], clients[shipment.Delivery]);
            Require(shipment.Pickup != shipment.Delivery && !isShipped[shipment.Pickup] && !isShipped[shipment.Delivery], "shipment.clients", "A client belongs to one shipment at most, as one of its two stops.", "");
            Require(from.IsRequired == to.IsRequired, "shipment.required", "Both stops of a shipment are required, or neither is.", "");
            Require(shipment.Amount.IsNotNegative && LargestOf(shipment.Amount) <= LargestLoad, "shipment.amount", LoadRule, ".amount");
            Require(
                from.Demand.IsZero && from.Pickup.IsZero && to.Demand.IsZero && to.Pickup.IsZero,
                "shipment.load", "The stops of a shipment have no demand or pickup of their own.", "");
            isShipped[shipment.Pickup] = isShipped[shipment.Delivery] = true;
        }

        foreach (var group in rules.Alternatives.SelectMany(group => group).Where(client => client >= 0 && client < isShipped.Length && isShipped[client]))
            At("clients", group).Require(false, "alternatives.shipment", "A stop of a shipment has no alternatives.", "");
    }

    private void InspectRules()
    {
        for (var r = 0; r < rules.Relations.Count; r++)
        {
            At("relations", r);
            var known = rules.Relations[r].Clients.Count(client => InspectClientNumber(client, ""));
            Require(rules.Relations[r].Clients.Distinct().Count() == rules.Relations[r].Clients.Count && known > 1, "relation.clients", "A relation names two or more different clients.", "");
        }

        var grouped = new HashSet<int>();
        for (var g = 0; g < rules.Alternatives.Count; g++)
        {
            At("alternatives", g);
            foreach (var client in rules.Alternatives[g])
                Require(InspectClientNumber(client, "") && grouped.Add(client), "alternatives.clients", "A client is in one group of alternatives at most.", "", client);
            Require(rules.Alternatives[g].Count > 0, "alternatives.empty", "A group of alternatives needs a client.", "");
        }

        At("rules", -1).InspectRate(rules.CostPerFurtherTerritory, ".costPerFurtherTerritory");
        if (rules.Balance is { } balance)
            Require(balance.Unit > 0 && balance.Weight is >= 0 and <= LargestRate, "balance.range", "A balance needs a positive unit and a weight from 0 on.", ".balance");
    }

    private void InspectWindows(IReadOnlyList<Interval> windows, string place)
    {
        for (var w = 0; w < windows.Count; w++)
        {
            Require(windows[w] is { IsEmpty: false, Early: >= 0, Late: <= LargestTime }, "window.range", WindowRule, place, windows[w]);
            Require(w == 0 || windows[w - 1].Late <= windows[w].Early, "window.order", "Windows must follow each other.", place, windows[w]);
        }
    }

    private void InspectByType(IReadOnlyList<long>? durations, string place)
    {
        if (durations is null)
            return;
        Require(durations.Count == types.Count, "client.byType", "There must be one figure for each vehicle type.", place, durations.Count);
        foreach (var duration in durations)
            InspectTime(duration, place);
    }

    private bool InspectClientNumber(int client, string place)
    {
        Require((uint)client < (uint)clients.Count, "client.unknown", "The client does not exist.", place, client);
        return (uint)client < (uint)clients.Count;
    }

    private void InspectTime(long time, string place) => Require(time is >= 0 and <= LargestTime, "time.range", TimeRule, place, time);

    private void InspectRate(long rate, string place, long most = LargestRate) => Require(rate >= 0 && rate <= most, "cost.range", most == LargestRate ? RateRule : "A cost must not be negative, nor so large that sums overflow.", place, rate);

    private static long LargestOf(Load load) => Math.Max(load.First, Math.Max(load.Second, load.Third));

    /// <summary>What is looked at next; -1 where it has no number.</summary>
    private ProblemInspection At(string name, int index)
    {
        (part, number) = (name, index);
        return this;
    }

    private void Require(bool condition, string code, string rule, string member) => Require(condition, code, rule, member, "");

    private void Require<T>(bool condition, string code, string rule, string member, T value)
    {
        if (!condition && problems.Count < MostKept)
            problems.Add(new Problem(code, rule, Field: (number < 0 ? part : $"{part}[{number}]") + member, Value: value?.ToString() is { Length: > 0 } text ? text : null));
    }
}
