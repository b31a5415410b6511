namespace Territory.Roads.Osm;

/// <summary>How far an import is: which of the three passes over the file, and how much of that pass.</summary>
public readonly record struct OsmImportProgress(string Stage, double Share);
