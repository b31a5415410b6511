namespace Territory.Roads.Osm.Pbf;

/// <summary>A block's content breaks the format; the file reader turns it into a problem with the block's place.</summary>
internal sealed class PbfFormatException(string message) : Exception(message);
