using System.Text.Json.Nodes;
using Territory.Cli.Files;
using Territory.Cli.Output;
using Territory.Cli.Regions;
using Territory.Contracts.Following;
using Territory.Grains.Roads;
using Territory.Model.Problems;
using Territory.Model.Regions;
using Territory.Roads.Files;
using Territory.Roads.Matching;
using Territory.Roads.Network;
using Territory.Roads.Profiles;

namespace Territory.Cli.Tracks;

/// <summary>Learns how fast a region's roads are driven from the tracks of its days, and writes it beside the network.</summary>
internal sealed class SpeedLearning(OpenTerritory territory, Reply reply)
{
    /// <summary>Traffic of longer ago says little of tomorrow's.</summary>
    private const int DaysKept = 14;

    private const int LeastFixes = 10;

    /// <exception cref="InvalidInputException">The region has no roads, or no track is known of the day.</exception>
    public async Task<JsonObject> LearnAsync(string regionName, DateOnly date, CancellationToken cancellationToken)
    {
        var region = await RegionLookup.FindAsync(territory, regionName, cancellationToken);
        var roadsFile = RegionFolder.RoadsFile(territory.DataDirectory, region.Id);
        if (!File.Exists(roadsFile))
            throw new InvalidInputException(new Problem("roads.missing", "The region has no road network to match tracks to; import one with 'territory region import --osm'.", roadsFile));
        var folder = Path.GetDirectoryName(roadsFile)!;
        await KeepAsync(region, date, folder, cancellationToken);

        // Factors are on the profile's speeds: on roads with what was learned before, they would count twice.
        var network = NetworkFolder.Load(roadsFile, withSpeeds: false);
        var (tracks, days) = Match(region, network, folder, cancellationToken);
        var learned = LearnedSpeeds.From(tracks);
        var speedsFile = Path.Combine(folder, NetworkFolder.SpeedsFile);
        var factors = Merge(network, File.Exists(speedsFile) ? SpeedFactorsFile.Read(speedsFile) : null, learned.ToFactors(network));
        OutputFile.Write(speedsFile, folder, path => SpeedFactorsFile.Write(factors, path));
        territory.Get<RegionRoads>().Forget(region.Id);
        return new JsonObject
        {
            ["region"] = region.Id.Value,
            ["days"] = days,
            ["tracks"] = tracks.Count,
            ["matchedMeters"] = tracks.Sum(track => track.Length.Meters),
            ["directionsLearned"] = learned.Count,
            ["file"] = speedsFile,
        };
    }

    /// <summary>Puts the day's tracks, where the running instance still has them, among those that are kept.</summary>
    private async Task KeepAsync(Region region, DateOnly date, string folder, CancellationToken cancellationToken)
    {
        var path = TrackFile.PathOf(folder, date);
        var live = await territory.Get<IGrainFactory>().GetGrain<IFleetWatchGrain>(region.Id.Value).GetTracks(new AskForTracks(date), cancellationToken);
        if (live.Tracks.Any(track => track.Fixes.Count > 0))
            OutputFile.Write(path, folder, partial => TrackFile.Write(live.Tracks, partial));
        else if (!File.Exists(path))
        {
            throw new InvalidInputException(new Problem(
                "tracks.none", "No track of this day is kept. Learn on the day or the next, while the instance that saw it runs.", Field: "--date", Value: $"{date:yyyy-MM-dd}"));
        }

        foreach (var (_, old) in TrackFile.Kept(folder).Skip(DaysKept))
            File.Delete(old);
    }

    private (IReadOnlyList<MatchedTrack> Tracks, int Days) Match(Region region, RoadNetwork network, string folder, CancellationToken cancellationToken)
    {
        var matched = new List<MatchedTrack>();
        var kept = TrackFile.Kept(folder);
        foreach (var (date, path) in kept)
        {
            reply.Progress($"Matching the tracks of {date:yyyy-MM-dd} ...");
            foreach (var track in TrackFile.Read(path).Where(track => track.Fixes.Count >= LeastFixes))
            {
                var fixes = track.Fixes.Select(fix => new GpsFix(fix.Location, region.ToInstant(date, fix.At))).ToList();
                matched.Add(new MapMatcher(network, track.Mode).Match(fixes, cancellationToken));
            }
        }

        return (matched, kept.Count);
    }

    /// <summary>What was learned now takes the place of what was known of the same segments; the rest, and an operator's factors by class, stay.</summary>
    private static SpeedFactors Merge(RoadNetwork network, SpeedFactors? known, SpeedFactors learned)
    {
        if (known is null)
            return learned;
        var segments = known.Network == network.Fingerprint ? known.Segments.ToDictionary(pair => pair.Key, pair => pair.Value) : [];
        foreach (var (segment, factors) in learned.Segments)
        {
            var before = segments.GetValueOrDefault(segment);
            segments[segment] = (factors.Forward ?? before.Forward, factors.Backward ?? before.Backward);
        }

        return new SpeedFactors(network.Fingerprint, known.SlotStarts, segments, known.Classes.ToDictionary(pair => pair.Key, pair => (IReadOnlyList<double>)pair.Value));
    }
}
