using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Contracts.Lab;

namespace Territory.Grains.Lab.Runs;

/// <summary>A scenario whose variants are the low and the high value of each assumption in turn.</summary>
internal static class SensitivityScenario
{
    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="content">A scenario that was kept, and so is an object.</param>
    public static string Of(string content, LabSensitivity asked)
    {
        var root = JsonNode.Parse(content, documentOptions: Reading)!.AsObject();
        root["variants"] = new JsonArray([.. asked.Paths.SelectMany(range => new[] { Variant(range.Path, range.Low), Variant(range.Path, range.High) })]);
        return root.ToJsonString();
    }

    private static JsonNode Variant(string path, double value) => new JsonObject
    {
        ["name"] = string.Create(CultureInfo.InvariantCulture, $"{path} = {value}"),
        ["set"] = new JsonObject { [path] = value },
    };
}
