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
    private readonly string withVariants;
    private readonly string file;
    private readonly CachedCensus census;

    /// <exception cref="InvalidInputException">The scenario is wrong; all problems are listed.</exception>
    public ScenarioParameters(string json, string file, ICensusReader census, IReadOnlyList<string> paths)
    {
        (this.file, Paths) = (file, paths);
        this.census = new CachedCensus(census);
        Read = ScenarioReader.Read(json, file, this.census);
        var root = JsonNode.Parse(json, documentOptions: ScenarioText.Leniency)!.AsObject();
        withVariants = root.ToJsonString();
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

    /// <summary>The scenario's text with these values at the paths, its variants among it.</summary>
    /// <exception cref="InvalidInputException">A path leads nowhere.</exception>
    public string TextWith(IReadOnlyList<double> values) => Text(withVariants, Paths.Zip(values));

    /// <exception cref="InvalidInputException">A path leads nowhere, or the scenario does not allow a value.</exception>
    public LabSetup SetupWith(IReadOnlyList<double> values) => ScenarioReader.Read(Text(json, Paths.Zip(values)), file, census).Setup;

    /// <summary>What speaks against each parameter's lowest and highest value while the others stay as written.</summary>
    /// <param name="ranges">In the order of the paths.</param>
    public IReadOnlyList<Problem> RangeProblems(IReadOnlyList<(double Low, double High)> ranges)
    {
        var problems = new List<Problem>();
        foreach (var (path, range) in Paths.Zip(ranges))
        {
            foreach (var value in new[] { range.Low, range.High })
            {
                try
                {
                    _ = ScenarioReader.Read(Text(json, [(path, value)]), file, census);
                }
                catch (InvalidInputException wrong)
                {
                    problems.AddRange(wrong.Problems);
                }
            }
        }

        return [.. problems.Distinct()];
    }

    private string Text(string basis, IEnumerable<(string Path, double Value)> values)
    {
        var root = JsonNode.Parse(basis)!;
        foreach (var (path, value) in values)
        {
            if (ScenarioPath.Set(root, path, Number(value)) is { } refusal)
                throw new InvalidInputException(new Problem("scenario.path", refusal, file, Field: path));
        }

        return root.ToJsonString(ScenarioJson.Options);
    }

    // A whole number may stand where only whole numbers do.
    private static JsonElement Number(double value) =>
        Math.Abs(value) < 1e15 && value == Math.Floor(value) ? JsonSerializer.SerializeToElement((long)value) : JsonSerializer.SerializeToElement(value);
}
