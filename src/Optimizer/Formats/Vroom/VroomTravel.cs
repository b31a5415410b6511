using Territory.Optimizer.Routing;

namespace Territory.Optimizer.Formats.Vroom;

/// <summary>Durations, distances and costs between the places of a VROOM problem, by profile. A place is a row of the matrices, or, without any, a point.</summary>
internal sealed class VroomTravel
{
    /// <summary>Without matrices roads are taken to be so much longer than the straight line, and driven at 40 km/h.</summary>
    public const string Estimate = "straight line x 1.3 at 40 km/h";

    private const double Detour = 1.3;
    private const double MetresPerSecond = 40 / 3.6;
    private const double MetresPerDegree = 111_195;

    private readonly VroomInput input;
    private readonly List<(double X, double Y)> points = [];
    private readonly Dictionary<(double, double), int> placeOf = [];
    private readonly double metresPerLongitude;

    /// <summary>The profile asked for last, which is that of thousands of cells one after the other.</summary>
    private (string? Profile, VroomMatrices? Matrices) last;

    public VroomTravel(VroomInput input)
    {
        this.input = input;
        IsEstimated = input.Matrices is not { Count: > 0 } && input.Matrix is null;
        // One scale for all points, so that lengths are those of a plane and need no matrix.
        var latitudes = (input.Vehicles ?? []).SelectMany(vehicle => new[] { vehicle.Start, vehicle.End }).Concat(VroomTask.Of(input).Select(task => task.Step.Location))
            .Where(point => point is { Count: 2 }).Select(point => point![1]).ToArray();
        metresPerLongitude = IsEstimated && latitudes.Length > 0 ? MetresPerDegree * Math.Cos((latitudes.Min() + latitudes.Max()) / 2 * Math.PI / 180) : 0;
    }

    public bool IsEstimated { get; }

    public int Size(string profile) => IsEstimated ? points.Count : MatricesOf(profile)?.Durations?.Count ?? 0;

    public VroomMatrices? MatricesOf(string profile)
    {
        if (!ReferenceEquals(last.Profile, profile))
            last = (profile, input.Matrices?.GetValueOrDefault(profile) ?? (profile == "car" && input.Matrix is { } matrix ? new VroomMatrices { Durations = matrix } : null));
        return last.Matrices;
    }

    /// <summary>Whether no matrix of the profile says that there is no road.</summary>
    public bool HasRoad(string profile, int from, int to)
    {
        if (IsEstimated || MatricesOf(profile) is not { } matrices)
            return true;
        return IsRoad(matrices.Durations) && IsRoad(matrices.Distances) && IsRoad(matrices.Costs);

        bool IsRoad(IReadOnlyList<IReadOnlyList<long>>? matrix) => matrix is null || matrix[from][to] != VroomMatrices.NoRoad;
    }

    public bool HasDistances(string profile) => IsEstimated || MatricesOf(profile)?.Distances is not null;

    public bool HasCosts(string profile) => MatricesOf(profile)?.Costs is not null;

    /// <summary>The number of a place; without matrices, points with equal coordinates are one place.</summary>
    public int? Place(int? index, IReadOnlyList<double>? point)
    {
        if (!IsEstimated)
            return index;
        if (point is not { Count: 2 })
            return null;
        if (!placeOf.TryGetValue((point[0], point[1]), out var place))
        {
            placeOf[(point[0], point[1])] = place = points.Count;
            points.Add((point[0] * metresPerLongitude * Detour, point[1] * MetresPerDegree * Detour));
        }

        return place;
    }

    /// <summary>Seconds at the profile's own speed.</summary>
    public long Duration(string profile, int from, int to) =>
        IsEstimated ? (long)((Metres(from, to) * (1 / MetresPerSecond)) + 0.5) : MatricesOf(profile)?.Durations?[from][to] ?? 0;

    public long Distance(string profile, int from, int to) =>
        IsEstimated ? (long)(Metres(from, to) + 0.5) : MatricesOf(profile)?.Distances?[from][to] ?? 0;

    public long Cost(string profile, int from, int to) => MatricesOf(profile)?.Costs?[from][to] ?? 0;

    /// <summary>The estimated distances, or seconds, between places without a matrix; the same numbers as <see cref="Distance"/> and <see cref="Duration"/>.</summary>
    public ArcLengths Estimated(int[] places, bool isDuration)
    {
        var scale = isDuration ? 1 / MetresPerSecond : 1;
        return ArcLengths.OfCoordinates([.. places.Select(place => points[place].X)], [.. places.Select(place => points[place].Y)], scale, LengthRounding.Nearest);
    }

    private double Metres(int from, int to)
    {
        var (dx, dy) = (points[from].X - points[to].X, points[from].Y - points[to].Y);
        return Math.Sqrt((dx * dx) + (dy * dy));
    }
}
