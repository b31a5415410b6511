using System.Text.Json;
using Territory.Model.Problems;

namespace Territory.Simulation.Expansion.Scenarios.Json;

/// <summary>Reads an expansion scenario, or lists everything in it that is not as the schema says.</summary>
public static class ExpansionText
{
    /// <param name="file">What the user calls the scenario, for problems.</param>
    /// <exception cref="InvalidInputException">The text is no JSON or breaks the schema; everything found is listed.</exception>
    public static ExpansionScenario Read(ReadOnlyMemory<byte> utf8, string file)
    {
        try
        {
            using var document = Parse(utf8, file);
            return SchemaCheck.Problems(ScenarioSchema.Create(), document.RootElement, file) is { Count: > 0 } problems
                ? throw new InvalidInputException(problems)
                : document.Deserialize<ExpansionScenario>(ScenarioJson.Options)!;
        }
        catch (JsonException failure)
        {
            throw new InvalidInputException(new Problem("scenario.json", $"The file is no JSON of a scenario: {failure.Message}", file, failure.LineNumber + 1, failure.Path));
        }
    }

    private static JsonDocument Parse(ReadOnlyMemory<byte> utf8, string file)
    {
        try
        {
            return JsonDocument.Parse(utf8, new JsonDocumentOptions { AllowDuplicateProperties = false });
        }
        catch (InvalidOperationException failure)
        {
            // A member's name that escapes half of a character; the parser has no line for it.
            throw new InvalidInputException(new Problem("scenario.json", $"The file is no JSON of a scenario: {failure.Message}", file));
        }
    }
}
