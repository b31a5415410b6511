using System.Numerics;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Search;

/// <summary>The roads to and from each stop as rows, for problems whose shipments <see cref="Route.ScanShipment"/> can place.</summary>
/// <remarks>
/// That scan ends where what follows would be late, which is right only where no way round is quicker than the way itself. Complexity: O(n³) to make sure of it, eight at a
/// time, once a problem.
/// </remarks>
internal sealed class ShipmentArcs
{
    private const int MostLocations = 1_024;

    private readonly int count;
    private readonly int[] distance;
    private readonly int[] distanceInto;
    private readonly int[] duration;
    private readonly int[] durationInto;

    private ShipmentArcs(ProblemData data)
    {
        count = data.LocationCount;
        (distance, duration) = (data.Distance, data.Duration);
        distanceInto = Turned(distance, count);
        durationInto = ReferenceEquals(distance, duration) ? distanceInto : Turned(duration, count);
    }

    /// <summary>Null where the problem has more than one window, trip, profile or depot stop to choose from, other costs than distance, or quicker ways round.</summary>
    public static ShipmentArcs? Of(ProblemData data) => IsPlain(data) && KeepsTriangles(data.Duration, data.LocationCount) ? new ShipmentArcs(data) : null;

    /// <summary>By location, the distance from this one.</summary>
    public ReadOnlySpan<int> DistanceFrom(int location) => distance.AsSpan(location * count, count);

    public ReadOnlySpan<int> DistanceInto(int location) => distanceInto.AsSpan(location * count, count);

    public ReadOnlySpan<int> DurationFrom(int location) => duration.AsSpan(location * count, count);

    public ReadOnlySpan<int> DurationInto(int location) => durationInto.AsSpan(location * count, count);

    /// <summary>Whether no way over a third location is shorter than the way itself.</summary>
    internal static bool KeepsTriangles(ReadOnlySpan<int> matrix, int count)
    {
        for (var from = 0; from < count; from++)
        {
            var direct = matrix.Slice(from * count, count);
            for (var over = 0; over < count; over++)
            {
                var onward = matrix.Slice(over * count, count);
                var there = direct[over];
                var to = 0;
                if (over == from)
                    continue;
                for (var wide = new Vector<int>(there); to <= count - Vector<int>.Count; to += Vector<int>.Count)
                {
                    if (Vector.LessThanAny(wide + new Vector<int>(onward[to..]), new Vector<int>(direct[to..])))
                        return false;
                }

                for (; to < count; to++)
                {
                    if (there + onward[to] < direct[to])
                        return false;
                }
            }
        }

        return true;
    }

    private static bool IsPlain(ProblemData data) =>
        data.HasShipments && data.IsTimed && !data.IsRich && !data.CostsDuration && !data.HasReleases && data.LocationCount <= MostLocations
        && !data.Distances.IsFunction && !data.Durations.IsFunction && !data.Distances.HasGaps && !data.Durations.HasGaps && !data.Durations.HasNegative
        && data.Durations.Longest < int.MaxValue / 2
        && data.Clients.All(client => client.Windows.Count == 1)
        && data.VehicleTypes.All(type => type.MaxTrips == 1 && type.Prefix.Count == 0 && type.CostPerDistance > 0)
        && Enumerable.Range(0, data.VehicleTypes.Count).All(type => data.DistancesOf(type) == data.Distances && data.DurationsOf(type) == data.Durations);

    private static int[] Turned(int[] matrix, int count)
    {
        var turned = new int[matrix.Length];
        var isSymmetric = true;
        for (var from = 0; from < count; from++)
        {
            for (var to = 0; to < count; to++)
            {
                turned[(to * count) + from] = matrix[(from * count) + to];
                isSymmetric &= matrix[(from * count) + to] == matrix[(to * count) + from];
            }
        }

        // One matrix in the cache in the place of two.
        return isSymmetric ? matrix : turned;
    }
}
