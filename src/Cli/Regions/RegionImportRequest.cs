using Territory.Model.Geography;

namespace Territory.Cli.Regions;

/// <summary>What a region is made from.</summary>
internal sealed record RegionImportRequest(string Osm, string Name, string? Outlets, CoordinateSystem Coordinates, string? TimeZone, string? Currency);
