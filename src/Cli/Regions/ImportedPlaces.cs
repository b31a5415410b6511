using Territory.Journal;
using Territory.Model.Problems;
using Territory.Model.Regions;
using Territory.Model.Terminals;
using Territory.Model.Travel;
using Territory.ReadModel.Actors;
using Territory.ReadModel.Distributors;
using Territory.ReadModel.Reps;
using Territory.Roads.Network;

namespace Territory.Cli.Regions;

/// <summary>Checks imported outlets against their region: that the people they name exist and that a road leads there.</summary>
internal static class ImportedPlaces
{
    public static async Task<IReadOnlyList<Problem>> CheckAsync(OpenTerritory territory, Region region, IReadOnlyList<TerminalFile> outlets, string file, CancellationToken cancellationToken)
    {
        using var snapshot = await territory.Get<IJournal>().OpenSnapshotAsync(cancellationToken);
        var distributors = ActorStates.All<DistributorState>(snapshot).Select(state => state.File).Where(distributor => distributor.Region == region.Id).Select(distributor => distributor.Id).ToHashSet();
        var reps = ActorStates.All<RepState>(snapshot).Select(state => state.File).Where(rep => rep.Region == region.Id).Select(rep => rep.Id).ToHashSet();
        var roadsFile = RegionFolder.RoadsFile(territory.DataDirectory, region.Id);
        var roads = File.Exists(roadsFile) ? RoadNetwork.Load(roadsFile) : null;
        var problems = new List<Problem>();
        foreach (var outlet in outlets)
        {
            if (outlet.Distributor is { } distributor && !distributors.Contains(distributor))
                problems.Add(new Problem("outlets.distributor.unknown", "The region has no such distributor.", file, Field: "distributor", Value: $"{outlet.Id}: {distributor}"));
            if (outlet.Rep is { } rep && !reps.Contains(rep))
                problems.Add(new Problem("outlets.rep.unknown", "The region has no such rep.", file, Field: "rep", Value: $"{outlet.Id}: {rep}"));
            if (roads is not null && roads.Snap(outlet.Location, TravelMode.Van) is null)
                problems.Add(new Problem("outlets.unreachable", $"No road lies within {RoadNetwork.DefaultSnapMeters} m; plans will leave the outlet unserved.", file, Field: "coordinates", Value: outlet.Id.Value, Severity: ProblemSeverity.Warning));
        }

        return problems;
    }
}
