using Territory.Cli.Files;
using Territory.Grains.Lab;
using Territory.Model.Geography;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.Roads.Matrices;
using Territory.Roads.Network;
using Territory.Simulation.Lab.Scenarios.Travel;

namespace Territory.Cli.Scenarios;

/// <summary>The roads that a scenario on the command line names: a file beside it, or those of a live region of the open territory.</summary>
internal static class RoadSource
{
    /// <exception cref="InvalidInputException">There are no such roads.</exception>
    public static TravelMatrix Matrix(string roads, string folder, OpenTerritory? territory, IReadOnlyList<GeoPoint> points)
    {
        if (LiveRoads.RegionOf(roads) is null)
            return new TravelMatrixBuilder(RoadNetwork.Load(InputFile.Require(roads, folder))).Compute([.. points], TravelMode.Van, CancellationToken.None);
        return territory is null
            ? throw new InvalidInputException(new Problem("scenario.live", "A live region's roads are looked up in a territory.", Field: "roads", Value: roads))
            : territory.Get<LabRoads>().Matrix(roads, points);
    }
}
