namespace Territory.Dashboard.Tiles;

/// <summary>A point in a tile's own units: 0 to <see cref="VectorTileLayer.Extent"/>, y downwards.</summary>
internal readonly record struct TilePoint(int X, int Y);
