using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Network;
using Territory.Roads.Profiles;
using Territory.Roads.Zones;

namespace Territory.Roads.Files;

/// <summary>A network's file together with what an operator put beside it: vehicles of their own, zones (限行区域) and learned speeds.</summary>
/// <remarks>
/// In the folder of the .roads file, each of them optional: <c>car.json</c>, <c>van.json</c>, <c>motorbike.json</c> and <c>foot.json</c> take the place of the
/// embedded profiles, <c>zones.geojson</c> holds zones, <c>speeds.json</c> learned factors. The formats stand in docs/road-profiles.md.
/// </remarks>
public static class NetworkFolder
{
    public const string ZonesFile = "zones.geojson";

    public const string SpeedsFile = "speeds.json";

    /// <param name="withSpeeds">Whether learned speeds count; who learns them anew leaves them out.</param>
    /// <exception cref="InvalidInputException">The network or any file beside it cannot be used; every problem of all of them is listed.</exception>
    public static RoadNetwork Load(string roadsFile, bool withSpeeds = true)
    {
        var network = RoadNetwork.Load(roadsFile);
        var folder = Path.GetDirectoryName(Path.GetFullPath(roadsFile))!;
        var problems = new List<Problem>();
        foreach (var mode in Enum.GetValues<TravelMode>())
        {
            if (Find($"{mode.ToString().ToLowerInvariant()}.json", path => ProfileOf(mode, path)) is { } profile)
                network = network.With(profile);
        }

        var zones = Find(ZonesFile, TrafficZoneFile.Read);
        var speeds = !withSpeeds ? null : Find(SpeedsFile, path => SpeedsOf(network, path));
        if (problems.Count > 0)
            throw new InvalidInputException(problems);
        return zones is null && speeds is null ? network : network.With(RoadConditions.On(network, zones ?? [], speeds));

        T? Find<T>(string name, Func<string, T> read)
            where T : class
        {
            var path = Path.Combine(folder, name);
            try
            {
                return File.Exists(path) ? read(path) : null;
            }
            catch (InvalidInputException exception)
            {
                problems.AddRange(exception.Problems);
                return null;
            }
        }
    }

    private static TravelProfile ProfileOf(TravelMode mode, string path)
    {
        var profile = TravelProfile.Read(path);
        return profile.Mode == mode
            ? profile
            : throw new InvalidInputException(new Problem("profile.mode", $"This file's place is that of {mode}; its profile is for {profile.Mode}.", path, Field: "$.mode", Value: profile.Mode.ToString()));
    }

    private static SpeedFactors SpeedsOf(RoadNetwork network, string path)
    {
        var speeds = SpeedFactorsFile.Read(path);
        try
        {
            speeds.RequireFor(network);
            return speeds;
        }
        catch (InvalidInputException exception)
        {
            throw new InvalidInputException([.. exception.Problems.Select(problem => problem with { File = path })]);
        }
    }
}
