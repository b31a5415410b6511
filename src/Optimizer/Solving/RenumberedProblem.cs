using Territory.Optimizer.Genetic;
using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Solving;

/// <summary>A problem with its clients numbered along a tour, so that what lies side by side on the road lies side by side in memory.</summary>
/// <remarks>
/// A search reads the lengths between neighbours over and over. In a matrix of a thousand locations each is a cache line of its own when the numbers are those of the
/// instance, and a few lines hold them all when neighbours have near numbers. Algorithm: nearest neighbour tour; where lengths are a function, the order along a
/// Hilbert curve. Complexity: O(n²), for the curve O(n log n). Source of the curve: Hilbert (1891).
/// </remarks>
internal sealed class RenumberedProblem
{
    private const int CurveSteps = 1 << 14;

    /// <summary>The matrix of fewer clients fits the nearer caches as it is.</summary>
    private const int FewClients = HybridSearch.MostClients;

    private readonly ProblemData whole;
    private readonly int[] order;
    private readonly int[] numberOf;

    public RenumberedProblem(ProblemData whole)
    {
        this.whole = whole;
        order = whole.Distances.IsFunction ? AlongCurve(whole) : Tour(whole);
        numberOf = new int[order.Length];
        for (var i = 0; i < order.Length; i++)
            numberOf[order[i]] = i;
        int[] locations = [.. Enumerable.Range(0, whole.DepotCount), .. order.Select(client => whole.DepotCount + client)];
        var distances = whole.Distances.Of(locations);
        Data = new ProblemData(
            whole.Depots,
            [.. order.Select(client => whole.Clients[client])],
            whole.VehicleTypes,
            distances,
            ReferenceEquals(whole.Durations, whole.Distances) ? distances : whole.Durations.Of(locations));
    }

    public ProblemData Data { get; }

    /// <summary>Whether it is worth it, and nothing in the problem names a client by its number.</summary>
    public static bool Covers(ProblemData data) => !data.IsRich && !data.HasShipments && data.ClientCount > FewClients;

    public Solution Renumbered(Solution solution) => Translated(solution, Data, numberOf);

    public Solution InWhole(Solution solution) => Translated(solution, whole, order);

    private static Solution Translated(Solution solution, ProblemData to, int[] numbers) => Solution.Of(to, [.. solution.Routes.Select(route => route with
    {
        Trips = [.. route.Trips.Select(IReadOnlyList<int> (trip) => [.. trip.Select(client => numbers[client])])],
    })]);

    private static int[] Tour(ProblemData data)
    {
        var tour = new int[data.ClientCount];
        var left = new int[data.ClientCount];
        for (var i = 0; i < left.Length; i++)
            left[i] = data.DepotCount + i;
        var at = 0;
        for (var place = 0; place < tour.Length; place++)
        {
            var row = data.Distances.From(at);
            var (nearest, length) = (0, int.MaxValue);
            for (var i = 0; i < left.Length - place; i++)
            {
                if (row[left[i]] < length)
                    (nearest, length) = (i, row[left[i]]);
            }

            at = left[nearest];
            tour[place] = at - data.DepotCount;
            left[nearest] = left[left.Length - place - 1];
        }

        return tour;
    }

    private static int[] AlongCurve(ProblemData data)
    {
        var x = data.Distances.X[data.DepotCount..];
        var y = data.Distances.Y[data.DepotCount..];
        double left = double.MaxValue, low = double.MaxValue, size = 0;
        for (var i = 0; i < x.Length; i++)
            (left, low) = (Math.Min(left, x[i]), Math.Min(low, y[i]));
        for (var i = 0; i < x.Length; i++)
            size = Math.Max(size, Math.Max(x[i] - left, y[i] - low));
        var scale = size > 0 ? (CurveSteps - 1) / size : 0;
        var places = new long[x.Length];
        for (var i = 0; i < places.Length; i++)
            places[i] = PlaceOnCurve((int)((x[i] - left) * scale), (int)((y[i] - low) * scale));
        return [.. Enumerable.Range(0, places.Length).OrderBy(client => places[client])];
    }

    private static long PlaceOnCurve(int x, int y)
    {
        long place = 0;
        for (var half = CurveSteps / 2; half > 0; half /= 2)
        {
            var isRight = (x & half) != 0;
            var isHigh = (y & half) != 0;
            place += (long)half * half * (isRight ? isHigh ? 2 : 3 : isHigh ? 1 : 0);
            if (isHigh)
                continue;
            if (isRight)
                (x, y) = (CurveSteps - 1 - x, CurveSteps - 1 - y);
            (x, y) = (y, x);
        }

        return place;
    }
}
