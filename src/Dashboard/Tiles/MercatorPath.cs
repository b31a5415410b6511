using Territory.Model.Geography;

namespace Territory.Dashboard.Tiles;

/// <summary>A polyline or ring in web Mercator, the whole world being 0 to 1 eastwards and southwards.</summary>
internal sealed class MercatorPath
{
    private const double MaxLatitude = 85.0511287798066;

    private readonly double[] _x;
    private readonly double[] _y;

    public MercatorPath(IReadOnlyList<GeoPoint> points)
    {
        _x = new double[points.Count];
        _y = new double[points.Count];
        for (var i = 0; i < points.Count; i++)
            (_x[i], _y[i]) = Project(points[i]);
        (West, East) = _x.Length == 0 ? (0, 0) : (_x.Min(), _x.Max());
        (North, South) = _y.Length == 0 ? (0, 0) : (_y.Min(), _y.Max());
    }

    public double West { get; }

    public double East { get; }

    public double North { get; }

    public double South { get; }

    /// <summary>The longer side of its box.</summary>
    public double Size => Math.Max(East - West, South - North);

    /// <remarks>Source: spherical Mercator (EPSG:3857), scaled to the unit square.</remarks>
    public static (double X, double Y) Project(GeoPoint point)
    {
        var latitude = double.DegreesToRadians(Math.Clamp(point.Latitude, -MaxLatitude, MaxLatitude));
        return ((point.Longitude + 180) / 360, (1 - (Math.Asinh(Math.Tan(latitude)) / Math.PI)) / 2);
    }

    /// <summary>The path in a tile's units, simplified to what can be seen at its zoom.</summary>
    public List<(double X, double Y)> In(TileAddress tile, double toleranceUnits)
    {
        var points = new List<(double, double)>(_x.Length);
        for (var i = 0; i < _x.Length; i++)
            points.Add(tile.ToUnits(_x[i], _y[i]));
        return LineSimplification.Simplify(points, toleranceUnits);
    }
}
