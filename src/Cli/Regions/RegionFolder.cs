using Territory.Model.Ids;

namespace Territory.Cli.Regions;

/// <summary>Where a region's files stand in the data directory.</summary>
internal static class RegionFolder
{
    public static string RoadsFile(string dataDirectory, RegionId region) => Path.Combine(dataDirectory, "regions", region.Value, "region.roads");
}
