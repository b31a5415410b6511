namespace Territory.Dashboard.Tiles;

/// <summary>A tile of the usual web scheme: at zoom z the world is 2^z tiles wide and high, from the north-west.</summary>
internal readonly record struct TileAddress(int Zoom, int X, int Y)
{
    public const int MaxZoom = 22;

    public bool IsValid => Zoom is >= 0 and <= MaxZoom && X >= 0 && Y >= 0 && X < 1 << Zoom && Y < 1 << Zoom;

    /// <summary>The tile's side as a share of the world's.</summary>
    public double Side => 1.0 / (1 << Zoom);

    /// <summary>A web Mercator point, the world being 0 to 1, in this tile's units.</summary>
    public (double X, double Y) ToUnits(double x, double y)
    {
        var scale = (double)(1 << Zoom);
        return (((x * scale) - X) * VectorTileLayer.Extent, ((y * scale) - Y) * VectorTileLayer.Extent);
    }
}
