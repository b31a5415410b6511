using Territory.Cli.Files;
using Territory.Cli.Scenarios;
using Territory.Grains.Lab.Censuses;
using Territory.Grains.Lab.Expansions;
using Territory.Imports.Tables;
using Territory.Journal;
using Territory.Model.Ids;
using Territory.Model.Problems;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Scenarios.Json;
using Territory.Simulation.Expansion.Templates;
using Territory.Simulation.Lab.Scenarios.Travel;

namespace Territory.Cli.Expansion;

/// <summary>An expansion scenario read from a file, with the census and the roads of each region: files beside it, or those of a live region.</summary>
internal sealed class ScenarioFile
{
    private const int MostBytes = 64 << 20;
    private const string Live = "live:";

    private readonly string full;
    private readonly string shown;
    private readonly Dictionary<string, IReadOnlyList<CensusTerminal>> censuses = new(StringComparer.Ordinal);
    private readonly Dictionary<string, IVisitTravel> roads = new(StringComparer.Ordinal);

    /// <exception cref="InvalidInputException">The file is missing, no JSON or not of the schema; everything found is listed.</exception>
    public ScenarioFile(string path, string workingDirectory)
    {
        (full, shown) = (InputFile.Require(path, workingDirectory), path);
        Scenario = Parse(full, path);
    }

    public ExpansionScenario Scenario { get; }

    /// <summary>Whether a region's terminals or roads are those of a live territory, which has to be opened first.</summary>
    public bool NamesLiveRegion => Scenario.Regions.Any(region =>
        (region.Census?.StartsWith(Live, StringComparison.Ordinal) ?? false) || (region.Roads is { } name && LiveRoads.RegionOf(name) is not null));

    public IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> Censuses => censuses;

    public IReadOnlyDictionary<string, IVisitTravel> Roads => roads;

    /// <summary>Reads what the regions name.</summary>
    /// <exception cref="InvalidInputException">A file is missing, no CSV or breaks a rule, or there is no such live region; everything found is listed.</exception>
    public void ReadRegions(OpenTerritory? territory)
    {
        var problems = new List<Problem>();
        foreach (var (index, region) in Scenario.Regions.Index())
        {
            try
            {
                var path = $"$.regions[{index}]";
                if (region.Census is { } census)
                    censuses[region.Id] = Census(census, region.Id, $"{path}.census", territory);
                if (region.Roads is { } name && censuses.GetValueOrDefault(region.Id) is { Count: > 0 } terminals)
                    roads[region.Id] = Travel(name, region.Id, $"{path}.roads", terminals, territory);
            }
            catch (InvalidInputException refused)
            {
                problems.AddRange(refused.Problems);
            }
        }

        if (problems.Count > 0)
            throw new InvalidInputException(problems);
    }

    private IReadOnlyList<CensusTerminal> Census(string census, string region, string field, OpenTerritory? territory)
    {
        if (census.StartsWith(Live, StringComparison.Ordinal))
        {
            using var snapshot = territory?.Get<IJournal>().OpenSnapshotAsync().AsTask().GetAwaiter().GetResult();
            return snapshot is not null && LiveCandidates.Of(snapshot, new RegionId(census[Live.Length..])) is { } terminals
                ? terminals
                : throw new InvalidInputException(new Problem("census.missing", "There is no such live region in the territory; see --data.", shown, Field: field, Value: census));
        }

        var file = Path.GetFullPath(census, Path.GetDirectoryName(full)!);
        if (!File.Exists(file))
            throw new InvalidInputException(new Problem("census.missing", "The census file does not exist beside the scenario; check the path.", shown, Field: field, Value: census));
        return CensusTable.Read(TextFile.Read(file, census), census, region).Terminals;
    }

    private RoadTravel Travel(string name, string region, string field, IReadOnlyList<CensusTerminal> terminals, OpenTerritory? territory)
    {
        try
        {
            return RoadTravel.Of(region, terminals, points => RoadSource.Matrix(name, Path.GetDirectoryName(full)!, territory, points));
        }
        catch (InvalidInputException refused)
        {
            throw new InvalidInputException([.. refused.Problems.Select(problem => problem.File is null ? problem with { File = shown, Field = field } : problem)]);
        }
    }

    private static ExpansionScenario Parse(string full, string path)
    {
        try
        {
            if (new FileInfo(full).Length > MostBytes)
                throw new InvalidInputException(new Problem("file.size", $"A scenario may have at most {MostBytes >> 20} MB.", path));
            return ExpansionText.Read(File.ReadAllBytes(full), path);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw new InvalidInputException(new Problem("file.unreadable", $"The file cannot be read: {failure.Message}", path));
        }
    }
}
