using Territory.Model.Problems;
using Territory.Optimizer.Evaluation;

namespace Territory.Optimizer.Routing;

/// <summary>Vehicles that cannot serve the stops they have been sent to even alone, of a problem that is right in all else: no plan would have a day for them.</summary>
/// <remarks>Complexity: a walk a vehicle.</remarks>
internal static class PrefixInspection
{
    public static IReadOnlyList<Problem> Inspect(ProblemData data)
    {
        var walk = new RouteWalk(data);
        var problems = new List<Problem>();
        for (var t = 0; t < data.VehicleTypes.Count; t++)
        {
            var type = data.VehicleTypes[t];
            if (type.Prefix.Count == 0)
                continue;
            var nodes = data.EmptyDayOf(t);
            int[] windows = [.. nodes.ToArray().Select(node => node < data.DepotCount ? 0 : data.WindowOffset[node])];
            if (!walk.TryPrice(new RouteSequence(data.FirstVehicleOfType[t], t, nodes, windows), out _))
                problems.Add(new Problem("lock.prefix", "The stops that this vehicle has been sent to cannot be served even alone.", Field: $"vehicleTypes[{t}].prefix"));
        }

        return problems;
    }
}
