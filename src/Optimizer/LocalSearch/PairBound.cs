using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;
using Territory.Optimizer.Routing;
using Territory.Optimizer.Search;

namespace Territory.Optimizer.LocalSearch;

/// <summary>Says from a dozen distances which operators can improve anything around a pair of clients, so that only those price it in full.</summary>
/// <remarks>
/// The arcs that a change adds, less those that it drops, less what the two routes pay in penalties that it may save, bound its cost from below. Only where every vehicle
/// pays the same for distance and nothing for time, and distances are a matrix; elsewhere every operator is asked. Reads without bounds checks: it is the innermost loop of
/// the search, and entries and their locations are within the arrays by construction. Eight neighbours are looked at together where the processor can gather.
/// </remarks>
internal sealed partial class PairBound
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

    /// <summary>The neighbour is the first of its trip, so that changes after its depot may be tried too.</summary>
    public const int AfterDepot = 1024;

    public const int TailReversal = 2048;

    /// <summary>Neighbours looked at together.</summary>
    public const int Lanes = Neighbourhood.Padding;

    /// <summary>Sums of some distances below this stay within an int.</summary>
    private const int LongestInLanes = 1 << 26;

    private readonly LinkedRoutes routes;
    private readonly int[] distance;
    private readonly int[] distanceBack;
    private readonly float fixedWorth;
    private readonly int n;
    private readonly int unbounded;
    private readonly int tailReversal;

    public PairBound(LinkedRoutes routes)
    {
        this.routes = routes;
        var data = routes.Data;
        distance = data.Distance;
        n = data.LocationCount;
        var types = data.VehicleTypes;
        Applies = types.Count > 0 && !data.Distances.IsFunction && types[0].CostPerDistance > 0
            && types.All(type => type.CostPerDistance == types[0].CostPerDistance && type.CostPerDuration == 0);
        fixedWorth = Applies ? (float)(types.Max(type => type.FixedCost) / types[0].CostPerDistance) + 1 : 0;
        var isSymmetric = data.Distances.IsSymmetric;
        // Turning a stretch round may save inside it when the way back is shorter.
        unbounded = isSymmetric ? 0 : TwoOpt;
        // Where all start and end at one place, a route turned round leaves and comes home as before.
        var home = types.Count > 0 ? types[0].StartDepot : -1;
        tailReversal = isSymmetric && LocalSearch.TailReversal.Covers(routes) && types.All(type => type.StartDepot == home && type.EndDepot == home) ? TailReversal : 0;
        IsVector = Avx2.IsSupported && Applies && data.Distances.Longest < LongestInLanes && !distance.AsSpan().Contains(ProblemData.NoRoad);
        distanceBack = isSymmetric || !IsVector ? distance : Transposed(distance, n);
    }

    /// <summary>Whether there is a bound for this problem.</summary>
    public bool Applies { get; }

    /// <summary>Whether eight neighbours are looked at together.</summary>
    public bool IsVector { get; }

    /// <summary>Looks at neighbours of a client that changed since it was last tried; see <see cref="LinkedRoutes.IsChanged"/>.</summary>
    /// <param name="near">Neighbours of u out of a <see cref="Neighbourhood"/>; the first <see cref="Lanes"/> of them are looked at.</param>
    /// <param name="since">The clock when u was last tried.</param>
    /// <param name="found">Receives for each the operators whose bound is below zero, as a sum of the constants; all where there is no bound, none where nothing changed.</param>
    /// <returns>Whether there are any.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Look(int u, ReadOnlySpan<int> near, int since, Span<int> found) =>
        IsVector ? LookTogether(u, near, since, found) : LookOneByOne(u, near, since, found);

    /// <summary>The scalar twin.</summary>
    public bool LookOneByOne(int u, ReadOnlySpan<int> near, int since, Span<int> found)
    {
        var any = 0;
        var count = Math.Min(Lanes, near.Length);
        for (var i = 0; i < count; i++)
        {
            var v = near[i];
            found[i] = routes.VehicleOf[v] >= 0 && (routes.IsChanged(u, since) || routes.IsChanged(v, since))
                ? Promising(u, v) | (routes.IsDepot(routes.Previous[v]) ? AfterDepot : 0)
                : 0;
            any |= found[i];
        }

        return any != 0;
    }

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

        var (from, to) = (routes.VehicleOf[u], routes.VehicleOf[v]);
        var isSame = from == to;
        var within = -routes.SlackWorth[from];
        var opened = routes.IsDepot(pEntry) ? fixedWorth : 0;
        var (loadU, loadV) = (routes.LoadWorth[u], routes.LoadWorth[v]);
        var gone = pu + vy;
        var promising = unbounded;
        if (Unsafe.Add(ref fromP, x) + vu + uy - gone - ux + (isSame ? within : Shift(from, to, loadU)) < opened)
            promising |= Relocate1;
        long swap = Unsafe.Add(ref fromP, v) + Unsafe.Add(ref fromQ, u) - pu - qv;
        if (swap + Unsafe.Add(ref fromV, x) + uy - ux - vy + (isSame ? within : Shift(from, to, loadU - loadV)) < 0)
            promising |= Swap11;
        if (isSame)
        {
            if (Unsafe.Add(ref fromU, v) + Unsafe.Add(ref fromX, y) - ux - vy + within < 0)
                promising |= TwoOpt;
        }
        else
        {
            if (uy + Unsafe.Add(ref fromV, x) - ux - vy + Shift(from, to, routes.TailWorth[u] - routes.TailWorth[v]) < 0)
                promising |= TailExchange;
            var emptied = xEntry >= n && yEntry >= n ? fixedWorth : 0;
            if (Unsafe.Add(ref fromU, v) + Unsafe.Add(ref fromX, y) - ux - vy + Shift(from, to, routes.TailWorth[u] - routes.HeadWorth[v]) < emptied)
                promising |= tailReversal;
        }

        // The others take the client after u with it.
        if (xEntry >= n)
            return promising;
        var xxEntry = Unsafe.Add(ref next, xEntry);
        var xx = Unsafe.Add(ref location, xxEntry);
        var loadUx = loadU + routes.LoadWorth[x];
        long afterX = Unsafe.Add(ref fromX, xx);
        long xy = Unsafe.Add(ref fromX, y);
        long pastTwo = Unsafe.Add(ref fromP, xx) - afterX - gone;
        var shiftTwo = isSame ? within : Shift(from, to, loadUx);
        if (pastTwo + vu + xy + shiftTwo < opened)
            promising |= Relocate2;
        long vx = Unsafe.Add(ref fromV, x);
        long xu = Unsafe.Add(ref fromX, u);
        if (pastTwo - ux + vx + xu + uy + shiftTwo < opened)
            promising |= Relocate2Backwards;
        if (swap + Unsafe.Add(ref fromV, xx) + xy - afterX - vy + (isSame ? within : Shift(from, to, loadUx - loadV)) < 0)
            promising |= Swap21;
        if (yEntry < n)
        {
            var yy = Unsafe.Add(ref location, Unsafe.Add(ref next, yEntry));
            ref var fromY = ref Unsafe.Add(ref matrix, (nint)y * n);
            var shift = isSame ? within : Shift(from, to, loadUx - (loadV + routes.LoadWorth[y]));
            if (swap + Unsafe.Add(ref fromY, xx) + Unsafe.Add(ref fromX, yy) - afterX - Unsafe.Add(ref fromY, yy) + shift < 0)
                promising |= Swap22;
        }

        if (xxEntry >= n)
            return promising;
        var xxx = Unsafe.Add(ref location, Unsafe.Add(ref next, xxEntry));
        ref var fromXx = ref Unsafe.Add(ref matrix, (nint)xx * n);
        long pastThree = Unsafe.Add(ref fromP, xxx) - Unsafe.Add(ref fromXx, xxx) - gone;
        var shiftThree = isSame ? within : Shift(from, to, loadUx + routes.LoadWorth[xx]);
        if (pastThree + vu + Unsafe.Add(ref fromXx, y) + shiftThree < opened)
            promising |= Relocate3;
        if (pastThree - ux - afterX + Unsafe.Add(ref fromV, xx) + Unsafe.Add(ref fromXx, x) + xu + uy + shiftThree < opened)
            promising |= Relocate3Backwards;
        return promising;
    }

    /// <summary>The same for a depot entry in the place of v; of the exchanges only that of tails exists there.</summary>
    public int PromisingAfterDepot(int u, int depot)
    {
        if (!Applies)
            return All;
        var (pEntry, xEntry, yEntry) = (routes.Previous[u], routes.Next[u], routes.Next[depot]);
        var (p, x, v, y) = (routes.Location[pEntry], routes.Location[xEntry], routes.Location[depot], routes.Location[yEntry]);
        var (from, to) = (routes.VehicleOf[u], routes.VehicleOf[depot]);
        var isSame = from == to;
        var within = -routes.SlackWorth[from];
        var opened = routes.IsDepot(pEntry) ? fixedWorth : 0;
        var load = routes.LoadWorth[u];
        long ux = Arc(u, x);
        long vu = Arc(v, u);
        long uy = Arc(u, y);
        var gone = (long)Arc(p, u) + Arc(v, y);
        var promising = Arc(p, x) + vu + uy - gone - ux + (isSame ? within : Shift(from, to, load)) < opened ? Relocate1 : 0;
        // All that the other trip has may go to u's, and its vehicle stay at home.
        if (!isSame && uy + Arc(v, x) - ux - Arc(v, y) + Shift(from, to, routes.TailWorth[u] - routes.TailWorth[depot]) < fixedWorth)
            promising |= TailExchange;
        if (xEntry >= n)
            return promising;
        var xxEntry = routes.Next[xEntry];
        var xx = routes.Location[xxEntry];
        load += routes.LoadWorth[x];
        long afterX = Arc(x, xx);
        var pastTwo = Arc(p, xx) - afterX - gone;
        var shift = isSame ? within : Shift(from, to, load);
        if (pastTwo + vu + Arc(x, y) + shift < opened)
            promising |= Relocate2;
        if (pastTwo - ux + Arc(v, x) + Arc(x, u) + uy + shift < opened)
            promising |= Relocate2Backwards;
        if (xxEntry >= n)
            return promising;
        var xxx = routes.Location[routes.Next[xxEntry]];
        var pastThree = Arc(p, xxx) - (long)Arc(xx, xxx) - gone;
        shift = isSame ? within : Shift(from, to, load + routes.LoadWorth[xx]);
        return pastThree + vu + Arc(xx, y) + shift < opened ? promising | Relocate3 : promising;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private int Arc(int from, int to) => distance[(from * n) + to];

    /// <summary>What it costs, as a length, that a load of this worth goes from one vehicle to the other, less all that the two may save otherwise.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private float Shift(int from, int to, float load)
    {
        var (excessFrom, excessTo) = (routes.ExcessWorth[from], routes.ExcessWorth[to]);
        return MathF.Max(excessFrom - load, 0) - MathF.Max(excessFrom, 0) + MathF.Max(excessTo + load, 0) - MathF.Max(excessTo, 0)
            - routes.SlackWorth[from] - routes.SlackWorth[to];
    }

    private static int[] Transposed(int[] matrix, int n)
    {
        var transposed = new int[matrix.Length];
        for (var i = 0; i < n; i++)
        {
            for (var j = 0; j < n; j++)
                transposed[(j * n) + i] = matrix[(i * n) + j];
        }

        return transposed;
    }
}
