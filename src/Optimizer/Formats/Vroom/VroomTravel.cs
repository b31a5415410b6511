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
    private readonly List<IReadOnlyList<double>> points = [];

    public VroomTravel(VroomInput input)
    {
        this.input = input;
        IsEstimated = input.Matrices is not { Count: > 0 } && input.Matrix is null;
    }

    public bool IsEstimated { get; }

    public int Size(string profile) => IsEstimated ? points.Count : MatricesOf(profile)?.Durations?.Count ?? 0;

    public VroomMatrices? MatricesOf(string profile) =>
        input.Matrices?.GetValueOrDefault(profile) ?? (profile == "car" && input.Matrix is { } matrix ? new VroomMatrices { Durations = matrix } : null);

    public bool HasDistances(string profile) => IsEstimated || MatricesOf(profile)?.Distances is not null;

    public bool HasCosts(string profile) => MatricesOf(profile)?.Costs is not null;

    /// <summary>The number of a place; without matrices, points with equal coordinates are one place.</summary>
    public int? Place(int? index, IReadOnlyList<double>? point)
    {
        if (!IsEstimated)
            return index;
        if (point is not { Count: 2 })
            return null;
        var known = points.FindIndex(other => other[0] == point[0] && other[1] == point[1]);
        if (known >= 0)
            return known;
        points.Add(point);
        return points.Count - 1;
    }

    /// <summary>Seconds at the profile's own speed.</summary>
    public long Duration(string profile, int from, int to) =>
        IsEstimated ? (long)Math.Round(Metres(from, to) / MetresPerSecond) : MatricesOf(profile)?.Durations?[from][to] ?? 0;

    public long Distance(string profile, int from, int to) =>
        IsEstimated ? (long)Math.Round(Metres(from, to)) : MatricesOf(profile)?.Distances?[from][to] ?? 0;

    public long Cost(string profile, int from, int to) => MatricesOf(profile)?.Costs?[from][to] ?? 0;

    private double Metres(int from, int to)
    {
        var dx = (points[from][0] - points[to][0]) * Math.Cos((points[from][1] + points[to][1]) * Math.PI / 360);
        var dy = points[from][1] - points[to][1];
        return Math.Sqrt((dx * dx) + (dy * dy)) * MetresPerDegree * Detour;
    }
}
