namespace Territory.Roads.Osm.Pbf;

/// <summary>Where one blob's content lies in the file.</summary>
internal readonly record struct BlobPlace(long Offset, int Length, bool IsHeader);
