using Territory.Cli.Files;
using Territory.Model.Problems;
using Territory.Simulation.Expansion.Census;
using Territory.Simulation.Expansion.Scenarios;
using Territory.Simulation.Expansion.Scenarios.Json;

namespace Territory.Cli.Expansion;

/// <summary>An expansion scenario read from a file, with the census of each region from the CSV it names.</summary>
internal sealed record ScenarioFile(ExpansionScenario Scenario, IReadOnlyDictionary<string, IReadOnlyList<CensusTerminal>> Censuses)
{
    private const int MostBytes = 64 << 20;

    /// <exception cref="InvalidInputException">A file is missing, no JSON or CSV, or breaks a rule; everything found is listed.</exception>
    public static ScenarioFile Read(string path, string workingDirectory)
    {
        var full = InputFile.Require(path, workingDirectory);
        var scenario = Parse(full, path);
        var problems = new List<Problem>();
        var censuses = new Dictionary<string, IReadOnlyList<CensusTerminal>>(StringComparer.Ordinal);
        foreach (var (index, region) in scenario.Regions.Index())
        {
            if (region.Census is not { } census)
                continue;
            try
            {
                var file = Path.GetFullPath(census, Path.GetDirectoryName(full)!);
                if (!File.Exists(file))
                    throw new InvalidInputException(new Problem("census.missing", "The census file does not exist beside the scenario; check the path.", path, Field: $"$.regions[{index}].census", Value: census));
                censuses[region.Id] = CensusFile.Read(file, census, region.Id);
            }
            catch (InvalidInputException refused)
            {
                problems.AddRange(refused.Problems);
            }
        }

        return problems.Count > 0 ? throw new InvalidInputException(problems) : new ScenarioFile(scenario, censuses);
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
