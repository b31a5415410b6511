using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Evaluation;

/// <summary>The part of a route's cost that depends on when it is driven: what its length in time and the starts of its stops cost.</summary>
internal sealed class DayPrice(ProblemData data)
{
    private readonly BalanceRule? balance = data.Rules.Balance is { Figure: BalancedFigure.Duration } rule ? rule : null;

    /// <summary>Whether a day's price is other than linear between the ends of paid time.</summary>
    public bool IsCurved => balance is not null;

    /// <param name="duration">From the departure to the return.</param>
    /// <param name="startCost">What early and late starts cost.</param>
    /// <returns>The price, or <see cref="long.MaxValue"/> of a day that is too long.</returns>
    public long Of(int typeIndex, long duration, long startCost)
    {
        var type = data.VehicleTypes[typeIndex];
        if (duration > type.MaxDuration)
            return long.MaxValue;
        return (type.CostPerDuration * duration) + (type.OvertimeCostPerDuration * Math.Max(0, duration - type.RegularDuration)) + (balance?.CostOf(duration) ?? 0) + startCost;
    }

    /// <summary>The same before rounding, in parts that are the same for all days of a problem, of a day that is not too long.</summary>
    public Int128 Unrounded(int typeIndex, long duration, long startCost)
    {
        var type = data.VehicleTypes[typeIndex];
        var linear = (Int128)(type.CostPerDuration * duration) + (type.OvertimeCostPerDuration * Math.Max(0, duration - type.RegularDuration)) + startCost;
        return balance is null ? linear : (linear * balance.Unit * balance.Unit) + ((Int128)balance.Weight * duration * duration);
    }

    /// <summary>What it costs that service at a location starts then.</summary>
    public long OfStart(int node, long start)
    {
        var client = data.Clients[node - data.DepotCount];
        return (client.SoftWindow?.CostAt(start) ?? 0) + (client.Planned is { Start: { } planned } plan ? plan.CostPerShift * Math.Abs(start - planned) : 0);
    }

    /// <summary>How much a later start at a location might save, and how much of it each unit of time.</summary>
    public (long Cost, long Rate) OfEarlyStart(int node, long start)
    {
        var client = data.Clients[node - data.DepotCount];
        var (cost, rate) = (0L, 0L);
        if (client.SoftWindow is { } soft && start < soft.Preferred.Early)
            (cost, rate) = (soft.CostPerEarly * (soft.Preferred.Early - start), soft.CostPerEarly);
        return client.Planned is { Start: { } planned } plan && start < planned ? (cost + (plan.CostPerShift * (planned - start)), rate + plan.CostPerShift) : (cost, rate);
    }

    /// <summary>Whether the start at a location has a price.</summary>
    public bool HasPriceOfStart(int node) => data.Clients[node - data.DepotCount] is { } client && (client.SoftWindow is not null || client.Planned is { Start: not null, CostPerShift: > 0 });

    /// <summary>The starts at a location between which its price is linear; <see cref="Interval.Unbounded"/> where there is none.</summary>
    public (long Early, long Late, long Planned) BendsOf(int node)
    {
        var client = data.Clients[node - data.DepotCount];
        return (client.SoftWindow?.Preferred.Early ?? Interval.Unbounded, client.SoftWindow?.Preferred.Late ?? Interval.Unbounded, client.Planned?.Start ?? Interval.Unbounded);
    }
}
