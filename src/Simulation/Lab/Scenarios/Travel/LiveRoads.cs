namespace Territory.Simulation.Lab.Scenarios.Travel;

/// <summary>How a scenario names the road network of a live region: "live:" and its id.</summary>
public static class LiveRoads
{
    private const string Prefix = "live:";

    public static string NameOf(string region) => Prefix + region;

    /// <summary>The region whose roads are meant; null where a name is that of a file.</summary>
    public static string? RegionOf(string roads) => roads.StartsWith(Prefix, StringComparison.Ordinal) ? roads[Prefix.Length..] : null;
}
