namespace Territory.Roads.Providers.Services;

/// <summary>A service's answer to one request as it stood there, not yet checked: rows by source, cells by target; null cells are pairs without a road.</summary>
/// <param name="Durations">Seconds.</param>
/// <param name="Distances">In the service's unit, of which one has <paramref name="MetersPerUnit"/> metres.</param>
internal readonly record struct MatrixBlock(double?[]?[]? Durations, double?[]?[]? Distances, double MetersPerUnit = 1)
{
    public bool HasShape(int sources, int targets) => HasShape(Durations, sources, targets) && HasShape(Distances, sources, targets);

    private static bool HasShape(double?[]?[]? rows, int sources, int targets) => rows?.Length == sources && rows.All(row => row?.Length == targets);
}
