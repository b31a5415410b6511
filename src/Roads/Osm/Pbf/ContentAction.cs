namespace Territory.Roads.Osm.Pbf;

internal delegate void ContentAction(ReadOnlySpan<byte> content);
