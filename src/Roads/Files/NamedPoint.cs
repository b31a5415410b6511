using Territory.Model.Geography;

namespace Territory.Roads.Files;

/// <summary>A point of a points file with its id, or its row number where the file has no ids.</summary>
public readonly record struct NamedPoint(string Id, GeoPoint Location);
