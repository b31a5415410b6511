using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.LocalSearch;

/// <summary>Says from a dozen distances which operators can improve anything around a pair of clients, so that only those price it in full.</summary>
/// <remarks>
/// The arcs that a change adds, less those that it drops, less all that the two routes pay in penalties, bound its cost from below. Only where every vehicle pays the
/// same for distance and nothing for time, and distances are a matrix; elsewhere every operator is asked. Reads without bounds checks: it is the innermost loop of the search, and entries and
/// their locations are within the arrays by construction.
/// </remarks>
internal sealed class PairBound
{
    public const int Relocate1 = 1;
    public const int Relocate2 = 2;
    public const int Relocate2Backwards = 4;
    public const int Relocate3 = 8;
    public const int Relocate3Backwards = 16;
    public const int Swap11 = 32;
    public const int Swap21 = 64;
    public const int Swap22 = 128;
    public const int TwoOpt = 256;
    public const int TailExchange = 512;
    public const int All = 1023;

    private readonly LinkedRoutes routes;
    private readonly int[] distance;
    private readonly long rate;
    private readonly long fixedCost;
    private readonly int n;
    private readonly int unbounded;

    public PairBound(LinkedRoutes routes)
    {
        this.routes = routes;
        var data = routes.Data;
        distance = data.Distance;
        n = data.LocationCount;
        var types = data.VehicleTypes;
        Applies = types.Count > 0 && !data.Distances.IsFunction && types.All(type => type.CostPerDistance == types[0].CostPerDistance && type.CostPerDuration == 0);
        rate = types.Count > 0 ? types[0].CostPerDistance : 0;
        fixedCost = types.Select(type => type.FixedCost).DefaultIfEmpty(0).Max();
        // Turning a stretch round may save inside it when the way back is shorter.
        unbounded = data.Distances.IsFunction || IsSymmetric(data) ? 0 : TwoOpt;
    }

    /// <summary>Whether there is a bound for this problem.</summary>
    public bool Applies { get; }

    /// <summary>The operators whose bound is below zero, as a sum of the constants; all where there is no bound.</summary>
    public int Promising(int u, int v)
    {
        if (!Applies)
            return All;
        ref var next = ref MemoryMarshal.GetArrayDataReference(routes.Next);
        ref var previous = ref MemoryMarshal.GetArrayDataReference(routes.Previous);
        ref var location = ref MemoryMarshal.GetArrayDataReference(routes.Location);
        var pEntry = Unsafe.Add(ref previous, u);
        var p = Unsafe.Add(ref location, pEntry);
        var xEntry = Unsafe.Add(ref next, u);
        var x = Unsafe.Add(ref location, xEntry);
        var q = Unsafe.Add(ref location, Unsafe.Add(ref previous, v));
        var yEntry = Unsafe.Add(ref next, v);
        var y = Unsafe.Add(ref location, yEntry);

        ref var matrix = ref MemoryMarshal.GetArrayDataReference(distance);
        ref var fromU = ref Unsafe.Add(ref matrix, (nint)u * n);
        ref var fromV = ref Unsafe.Add(ref matrix, (nint)v * n);
        ref var fromP = ref Unsafe.Add(ref matrix, (nint)p * n);
        ref var fromQ = ref Unsafe.Add(ref matrix, (nint)q * n);
        ref var fromX = ref Unsafe.Add(ref matrix, (nint)x * n);
        long pu = Unsafe.Add(ref fromP, u);
        long ux = Unsafe.Add(ref fromU, x);
        long vu = Unsafe.Add(ref fromV, u);
        long uy = Unsafe.Add(ref fromU, y);
        long vy = Unsafe.Add(ref fromV, y);
        long qv = Unsafe.Add(ref fromQ, v);

        var vehicleU = routes.VehicleOf[u];
        var vehicleV = routes.VehicleOf[v];
        var slack = routes.Slack[vehicleU] + (vehicleU == vehicleV ? 0 : routes.Slack[vehicleV]);
        var gone = pu + vy;
        var relocateSlack = routes.IsDepot(pEntry) ? slack + fixedCost : slack;
        var promising = unbounded;
        if (rate * (Unsafe.Add(ref fromP, x) + vu + uy - gone - ux) < relocateSlack)
            promising |= Relocate1;
        long swap = Unsafe.Add(ref fromP, v) + Unsafe.Add(ref fromQ, u) - pu - qv;
        if (rate * (swap + Unsafe.Add(ref fromV, x) + uy - ux - vy) < slack)
            promising |= Swap11;
        if (vehicleU == vehicleV)
        {
            if (rate * (Unsafe.Add(ref fromU, v) + Unsafe.Add(ref fromX, y) - ux - vy) < slack)
                promising |= TwoOpt;
        }
        else if (rate * (uy + Unsafe.Add(ref fromV, x) - ux - vy) < slack)
        {
            promising |= TailExchange;
        }

        // The others take the client after u with it.
        if (xEntry >= n)
            return promising;
        var xxEntry = Unsafe.Add(ref next, xEntry);
        var xx = Unsafe.Add(ref location, xxEntry);
        long afterX = Unsafe.Add(ref fromX, xx);
        long xy = Unsafe.Add(ref fromX, y);
        long pastTwo = Unsafe.Add(ref fromP, xx) - afterX - gone;
        if (rate * (pastTwo + vu + xy) < relocateSlack)
            promising |= Relocate2;
        long vx = Unsafe.Add(ref fromV, x);
        long xu = Unsafe.Add(ref fromX, u);
        if (rate * (pastTwo - ux + vx + xu + uy) < relocateSlack)
            promising |= Relocate2Backwards;
        if (rate * (swap + Unsafe.Add(ref fromV, xx) + xy - afterX - vy) < slack)
            promising |= Swap21;
        if (yEntry < n)
        {
            var yy = Unsafe.Add(ref location, Unsafe.Add(ref next, yEntry));
            ref var fromY = ref Unsafe.Add(ref matrix, (nint)y * n);
            if (rate * (swap + Unsafe.Add(ref fromY, xx) + Unsafe.Add(ref fromX, yy) - afterX - Unsafe.Add(ref fromY, yy)) < slack)
                promising |= Swap22;
        }

        if (xxEntry >= n)
            return promising;
        var xxx = Unsafe.Add(ref location, Unsafe.Add(ref next, xxEntry));
        ref var fromXx = ref Unsafe.Add(ref matrix, (nint)xx * n);
        long pastThree = Unsafe.Add(ref fromP, xxx) - Unsafe.Add(ref fromXx, xxx) - gone;
        if (rate * (pastThree + vu + Unsafe.Add(ref fromXx, y)) < relocateSlack)
            promising |= Relocate3;
        if (rate * (pastThree - ux - afterX + Unsafe.Add(ref fromV, xx) + Unsafe.Add(ref fromXx, x) + xu + uy) < relocateSlack)
            promising |= Relocate3Backwards;
        return promising;
    }

    private static bool IsSymmetric(ProblemData data)
    {
        for (var i = 0; i < data.LocationCount; i++)
        {
            for (var j = 0; j < i; j++)
            {
                if (data.DistanceBetween(i, j) != data.DistanceBetween(j, i))
                    return false;
            }
        }

        return true;
    }
}
