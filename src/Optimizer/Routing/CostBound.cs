using Territory.Model.Problems;

namespace Territory.Optimizer.Routing;

/// <summary>What any plan of a problem can cost at most, so that leaving out a required client costs more, and so that no sum of costs overflows.</summary>
/// <remarks>Every location is entered twice by the dearest arc, every client has a trip of its own, every vehicle waits for the latest time, and every price of time is paid for all of it.</remarks>
internal sealed class CostBound
{
    /// <summary>Half of the range is kept for sums over all clients.</summary>
    private const long Most = long.MaxValue / 4;

    /// <summary>A figure of balance beyond this is refused whatever its weight: its square is above <see cref="Most"/>, and still far from leaving 128 bits.</summary>
    private const long LargestBalanced = 1L << 40;

    private readonly ProblemData data;
    private readonly Int128 bound;

    public CostBound(ProblemData data)
    {
        this.data = data;
        bound = Bound();
        if (bound > Most)
            throw new InvalidInputException(new Problem("cost.overflow", $"Costs, times and distances together can exceed {Most}; use coarser units.", Value: bound.ToString()));
    }

    /// <summary>The price of a required client, and the leave-out cost of each location.</summary>
    /// <remarks>A client of a group of alternatives carries the price of the group.</remarks>
    public (long RequiredPrize, long[] LeaveOutCost) LeaveOutCosts()
    {
        var weights = data.Clients.Select(client => client.IsRequired ? ((Int128)client.Priority * (data.ClientCount + 1)) + 1 : 0).ToArray();
        var total = weights.Aggregate(Int128.Zero, (sum, weight) => sum + weight);
        var required = (long)Int128.Min(bound, Most / Int128.Max(1, total));
        var prizes = data.Clients.Where(client => client.IsRequired).Aggregate(Int128.Zero, (sum, client) => sum + client.Prize);
        if (prizes > Most)
            throw new InvalidInputException(new Problem("cost.overflow", $"The prizes together must be at most {Most}.", Value: prizes.ToString()));
        var costs = new long[data.LocationCount];
        for (var c = 0; c < data.ClientCount; c++)
            costs[data.DepotCount + c] = (long)(weights[c] * required) + data.Clients[c].Prize;
        foreach (var group in data.Rules.Alternatives)
        {
            var most = group.Max(client => costs[data.DepotCount + client]);
            foreach (var client in group)
                costs[data.DepotCount + client] = most;
        }

        return (required, costs);
    }

    private Int128 Bound()
    {
        var types = data.VehicleTypes;
        Int128 Highest(Func<VehicleType, long> rate) => types.Select(rate).DefaultIfEmpty(0).Max();
        long Finite(long time) => time < Interval.Unbounded ? time : 0;
        var profiles = data.Rules.Profiles;
        var farthest = profiles.Select(profile => profile.Distances.Longest).Append(data.Distances.Longest).Max();
        var slots = profiles.SelectMany(profile => profile.Slots).ToArray();
        // A leg through several slots is rounded down in each, which is less than a leg more.
        var slotted = slots.Select(slot => (2 * slot.Durations.Longest) + 1).DefaultIfEmpty(0).Max();
        var slowest = (Int128)profiles.Select(profile => profile.Durations.Longest).Append(data.Durations.Longest).Append(slotted).Max() * SlowestFactor();
        var dearest = profiles.Select(profile => profile.Prices?.Longest ?? 0).DefaultIfEmpty(0).Max();
        var vehicles = Math.Min(data.ClientCount, types.Sum(type => (long)type.Count));
        var stops = 2 * (Int128)data.ClientCount;
        var service = SumOf(client => Longest(client.ServiceByType, client.ServiceDuration) + Longest(client.SetupByType, client.SetupDuration));
        var latest = (Int128)Math.Max(data.WindowLate.Select(Finite).DefaultIfEmpty(0).Max(), data.WindowEarly.DefaultIfEmpty(0).Max());
        latest += Highest(type => type.Start.Early) + data.Clients.Select(client => client.Release).DefaultIfEmpty(0).Max();
        latest += types.SelectMany(type => type.Breaks).Aggregate(Int128.Zero, (sum, pause) => sum + pause.Duration + pause.Windows[^1].Early);
        latest += data.Depots.Max(depot => depot.Reloading.Early);
        // Roads that are closed are waited for until the last slot at most.
        latest += slots.Any(slot => slot.Durations.HasGaps) ? slots.Max(slot => slot.From) : 0;
        // What is done in all, by however many vehicles; each of them may besides wait until the latest time that anything is waited for.
        var work = (slowest * stops) + service + (Highest(type => type.ReloadDuration) * data.ClientCount);
        var day = latest + work;
        if (data.IsTimed && day > Interval.Unbounded)
            throw new InvalidInputException(new Problem("time.overflow", $"Times and durations together can exceed {Interval.Unbounded}; use coarser units.", Value: day.ToString()));

        var perDay = Highest(type => type.CostPerDuration) + Highest(type => type.OvertimeCostPerDuration);
        var total = (vehicles * Highest(type => type.FixedCost))
            + (((Highest(type => type.CostPerDistance) * farthest) + (Highest(type => type.CostPerPrice) * dearest) + (Highest(type => type.CostPerDriving) * slowest)) * stops)
            + (perDay * (work + (latest * vehicles)))
            + (Highest(type => type.CostPerService) * service)
            + (Highest(type => type.CostPerStop) * data.ClientCount)
            + ((Int128)data.Rules.CostPerFurtherTerritory * data.ClientCount)
            + 1;
        foreach (var client in data.Clients)
        {
            total += client.IsRequired ? 0 : client.Prize;
            if (client.SoftWindow is { } soft)
                total += ((Int128)soft.CostPerEarly * soft.Preferred.Early) + (soft.CostPerLate * day);
            if (client.Planned is { } planned)
                total += planned.VehicleCost + (planned.CostPerShift * (day + (planned.Start ?? 0)));
        }

        if (data.Rules.Balance is { } balance)
        {
            var most = balance.Figure switch
            {
                BalancedFigure.Duration => day,
                BalancedFigure.Stops => data.ClientCount,
                _ => SumOf(client => client.Demand.First + client.Pickup.First) + data.Shipments.Aggregate(Int128.Zero, (sum, shipment) => sum + shipment.Amount.First),
            };
            var figure = Int128.Min((most / balance.Unit) + 1, LargestBalanced);
            // Loads and stops of all vehicles add up to the figure, so that their squares are at most its square; days do not.
            total += balance.Weight * figure * figure * (balance.Figure == BalancedFigure.Duration ? vehicles : 1);
        }

        return total;
    }

    /// <summary>How many times longer than its matrix says a leg can take.</summary>
    private Int128 SlowestFactor()
    {
        var slowest = data.VehicleTypes.SelectMany(type => type.SpeedPeriods.Select(period => (long)period.SpeedPermille * type.SpeedPermille / 1_000).Append(type.SpeedPermille))
            .DefaultIfEmpty(1_000).Min();
        return slowest >= 1_000 ? 1 : (1_000 / Math.Max(1, slowest)) + 1;
    }

    private Int128 SumOf(Func<Client, long> figure) => data.Clients.Aggregate(Int128.Zero, (sum, client) => sum + figure(client));

    private static long Longest(IReadOnlyList<long>? byType, long otherwise) => byType is null ? otherwise : byType.DefaultIfEmpty(0).Max();
}
