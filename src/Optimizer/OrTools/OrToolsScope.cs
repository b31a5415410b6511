using Territory.Model.Problems;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Solving;

namespace Territory.Optimizer.OrTools;

/// <summary>What of a problem is not given to OR-Tools: each is a reason to refuse the problem, so that no plan is for another one.</summary>
/// <remarks>Needs nothing of OR-Tools and is part of every build.</remarks>
internal static class OrToolsScope
{
    /// <summary>Sums of penalties stay in range, and no route costs as much.</summary>
    public const long LargestPenalty = 1L << 50;

    /// <exception cref="InvalidInputException">Something is not given to OR-Tools; every such feature is named.</exception>
    public static void Require(ProblemData data, SolveOptions options)
    {
        Problem[] refused = [.. Features(data, options).Where(feature => feature.IsUsed)
            .Select(feature => new Problem("engine.feature", "The engine ortools is not given this feature of the problem; the engine territory is.", Field: feature.Name))];
        if (refused.Length > 0)
            throw new InvalidInputException(refused);
    }

    /// <summary>Every feature that is not given, with whether the problem uses it; the last one is for whatever the model may learn and this list does not name.</summary>
    private static IEnumerable<(string Name, bool IsUsed)> Features(ProblemData data, SolveOptions options)
    {
        var (clients, types, rules) = (data.Clients, data.VehicleTypes, data.Rules);
        (string Name, bool IsUsed)[] named =
        [
            ("profiles", rules.Profiles.Count > 0),
            ("relations", rules.Relations.Count > 0),
            ("alternatives", rules.Alternatives.Count > 0),
            ("balance", rules.Balance is not null),
            ("territories", rules.CostPerFurtherTerritory > 0),
            ("service by vehicle type", clients.Any(client => client.ServiceByType is not null || client.SetupByType is not null)),
            ("set-up of a place", clients.Any(client => client.SetupDuration > 0 && client.Place is not null)),
            ("release times", data.HasReleases),
            ("due times", clients.Any(client => client.Due < Interval.Unbounded)),
            ("soft windows", clients.Any(client => client.SoftWindow is not null)),
            ("stops locked to a vehicle", clients.Any(client => client.Vehicle is not null)),
            ("stops locked to a position", clients.Any(client => client.Position != StopPosition.Any || client.Trip is not null)),
            ("costs of changes to a plan", clients.Any(client => client.Planned is not null)),
            ("frozen beginnings of routes", types.Any(type => type.Prefix.Count > 0)),
            ("several trips of a vehicle", types.Any(type => type.MaxTrips > 1)),
            ("breaks", types.Any(type => type.Breaks.Count > 0)),
            ("speeds", types.Any(type => type.SpeedPermille != 1_000 || type.SpeedPeriods.Count > 0)),
            ("costs of driving, service or stops", types.Any(type => type.CostPerDriving > 0 || type.CostPerService > 0 || type.CostPerStop > 0)),
            ("overtime", types.Any(type => type.OvertimeCostPerDuration > 0)),
            ("longest distance or time on the road", types.Any(type => type.MaxDistance < Interval.Unbounded || type.MaxDriving < Interval.Unbounded)),
            ("most stops of a vehicle", types.Any(type => type.MaxStops < int.MaxValue)),
            ("deliveries before pickups", types.Any(type => type.DeliversBeforePickups)),
            // Their loads would be added up for the whole trip, and stops left out that find room.
            ("deliveries, pickups and shipments on one trip", new[] { clients.Any(client => !client.Demand.IsZero), clients.Any(client => !client.Pickup.IsZero), data.Shipments.Count > 0 }.Count(isUsed => isUsed) > 1),
            ("priorities and prizes of this size", Enumerable.Range(data.DepotCount, data.ClientCount).Any(location => data.LeaveOutCost[location] > LargestPenalty)),
            ("a solution to start from", options.Initial is not null),
        ];
        return [.. named, ("further rules", data.IsRich && !named.Any(feature => feature.IsUsed))];
    }
}
