using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Model.Problems;
using Territory.Simulation.Lab.Scenarios.Census;
using Territory.Simulation.Lab.Scenarios.Json;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>A scenario as a function of some of its numbers, named by their paths: what calibration fits and sensitivity turns.</summary>
public sealed class ScenarioParameters
{
    private readonly string json;
    private readonly string file;
    private readonly CachedCensus census;

    /// <exception cref="InvalidInputException">The scenario is wrong; all problems are listed.</exception>
    public ScenarioParameters(string json, string file, ICensusReader census, IReadOnlyList<string> paths)
    {
        (this.file, Paths) = (file, paths);
        this.census = new CachedCensus(census);
        Read = ScenarioReader.Read(json, file, this.census);
        var root = JsonNode.Parse(json, documentOptions: ScenarioText.Leniency)!.AsObject();
        root.Remove("variants");
        this.json = root.ToJsonString();
    }

    public IReadOnlyList<string> Paths { get; }

    /// <summary>The scenario as written.</summary>
    public ReadScenario Read { get; }

    /// <summary>The numbers that the scenario has at the paths, those it leaves at their usual value among them.</summary>
    /// <exception cref="InvalidInputException">There is no number at a path; all are listed.</exception>
    public IReadOnlyList<double> Values()
    {
        var root = JsonSerializer.SerializeToNode(Read.Scenario, ScenarioJson.Options)!;
        var numbers = Paths.Select(path => ScenarioPath.Number(root, path)).ToList();
        var problems = Paths.Where((_, index) => numbers[index] is null).Select(path => new Problem("scenario.path", "The scenario has no number there.", file, Field: path)).ToList();
        return problems.Count > 0 ? throw new InvalidInputException(problems) : [.. numbers.OfType<double>()];
    }

    /// <summary>The scenario's text with these values at the paths, without its variants.</summary>
    /// <exception cref="InvalidInputException">A path leads nowhere.</exception>
    public string TextWith(IReadOnlyList<double> values)
    {
        var root = JsonNode.Parse(json)!;
        for (var index = 0; index < Paths.Count; index++)
        {
            if (ScenarioPath.Set(root, Paths[index], Number(values[index])) is { } refusal)
                throw new InvalidInputException(new Problem("scenario.path", refusal, file, Field: Paths[index]));
        }

        return root.ToJsonString(ScenarioJson.Options);
    }

    /// <exception cref="InvalidInputException">A path leads nowhere, or the scenario does not allow a value.</exception>
    public LabSetup SetupWith(IReadOnlyList<double> values) => ScenarioReader.Read(TextWith(values), file, census).Setup;

    // A whole number may stand where only whole numbers do.
    private static JsonElement Number(double value) =>
        Math.Abs(value) < 1e15 && value == Math.Floor(value) ? JsonSerializer.SerializeToElement((long)value) : JsonSerializer.SerializeToElement(value);
}
