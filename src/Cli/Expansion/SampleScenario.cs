using System.Text.Json;
using Territory.Cli.Files;
using Territory.Demo.Candidates;
using Territory.Simulation.Expansion.Scenarios.Json;

namespace Territory.Cli.Expansion;

/// <summary>Writes a scenario of invented counties, to start from.</summary>
internal static class SampleScenario
{
    private const int Weeks = 104;

    private static readonly JsonSerializerOptions Indented = new(ScenarioJson.Options) { WriteIndented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <returns>The files, the scenario first.</returns>
    public static IReadOnlyList<string> Write(string directory, int regions, int terminals, long seed)
    {
        var counties = CandidateMarkets.Generate(seed, regions, terminals);
        var files = new List<string> { "scenario.json" };
        var scenario = CandidateScenario.Of(counties, Weeks, region => $"{region.Id}.csv");
        OutputFile.Write("scenario.json", directory, path => File.WriteAllText(path, JsonSerializer.Serialize(scenario, Indented) + "\n"));
        foreach (var county in counties)
        {
            files.Add($"{county.Id}.csv");
            OutputFile.Write($"{county.Id}.csv", directory, path => File.WriteAllText(path, CandidateCsv.Of(county)));
        }

        return [.. files.Select(file => Path.Combine(directory, file))];
    }
}
