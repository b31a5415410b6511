using Territory.Grains.Roads;
using Territory.Journal;
using Territory.Journal.Sql;
using Territory.Model.Geography;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Model.Travel;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Territories;
using Territory.Simulation.Lab.Scenarios.Travel;

namespace Territory.Grains.Lab;

/// <summary>Travel on the road networks of live regions, as plans have it, for the lab. Called on a thread of its own, never on an actor's.</summary>
public sealed class LabRoads(IJournal journal, RegionRoads roads)
{
    /// <param name="name">A live region as <see cref="LiveRoads"/> has it.</param>
    /// <exception cref="InvalidInputException">There is no such region, or it has no road network.</exception>
    public TravelMatrix Matrix(string name, IReadOnlyList<GeoPoint> points)
    {
        using var snapshot = journal.OpenSnapshotAsync().AsTask().GetAwaiter().GetResult();
        return Matrix(snapshot, name, points);
    }

    internal TravelMatrix Matrix(IQueryConnection snapshot, string name, IReadOnlyList<GeoPoint> points)
    {
        if (LiveRoads.RegionOf(name) is not { } id)
            throw new InvalidInputException(new Problem("scenario.roads", "The road network of a live region is expected, as live or live:ID.", Field: "roads", Value: name));
        if (ActorStates.Find<TerritoryState>(snapshot, id).State is null)
            throw Unknown(id);
        var region = new RegionId(id);
        if (roads.FindNetworkAsync(region).GetAwaiter().GetResult() is null)
            throw new InvalidInputException(new Problem("scenario.roads-missing", "The region has no road network; import one, or leave it out for straight lines.", Field: "roads", Value: id));
        return roads.FindMatrixAsync(region, points, TravelMode.Van, CancellationToken.None).GetAwaiter().GetResult()
            ?? throw new InvalidOperationException($"Region \"{region}\" has a network but no matrix.");
    }

    /// <summary>Who may not see a region is told as much of it as of one that does not exist.</summary>
    internal static InvalidInputException Unknown(string region) =>
        new(new Problem("scenario.region-unknown", "There is no such region, or it is not yours to see.", Field: "roads", Value: region));
}
