using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Territory.Model.Problems;

namespace Territory.Optimizer.Formats.Vroom;

/// <summary>VROOM's problem and solution files, plain or gzip.</summary>
public static class VroomFile
{
    /// <summary>Whether the file is JSON by its first character.</summary>
    /// <exception cref="InvalidInputException">The file cannot be read.</exception>
    public static bool IsJson(string path) => InstanceText.ReadLines(path).FirstOrDefault(line => line.AsSpan().Trim().Length > 0)?.TrimStart().StartsWith('{') == true;

    /// <exception cref="InvalidInputException">The file is no such JSON; the problem names the member.</exception>
    public static VroomInput ReadProblem(string path) => Read(path, VroomJson.Default.VroomInput);

    /// <exception cref="InvalidInputException">The file is no such JSON; the problem names the member.</exception>
    public static VroomOutput ReadSolution(string path) => Read(path, VroomJson.Default.VroomOutput);

    public static string Format(VroomOutput solution) => JsonSerializer.Serialize(solution, VroomJson.Default.VroomOutput);

    private static T Read<T>(string path, JsonTypeInfo<T> type)
    {
        var text = string.Join('\n', InstanceText.ReadLines(path));
        try
        {
            var read = JsonSerializer.Deserialize(text, type) ?? throw new InvalidInputException(new Problem("vroom.json", "A JSON object is needed.", path));
            var nulls = VroomNulls.PathsIn(text).ToArray();
            return nulls.Length == 0 ? read : throw new InvalidInputException([.. nulls.Select(place => new Problem("vroom.null", "A list must not contain null.", path, Field: place))]);
        }
        catch (JsonException exception)
        {
            throw new InvalidInputException(new Problem("vroom.json", "The value is not of the kind that VROOM's format asks for, or the text is no JSON.", path, exception.LineNumber + 1, exception.Path));
        }
    }
}
