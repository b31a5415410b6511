using System.Text.Json;
using Territory.Simulation.Lab.Scenarios.Travel;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>What can be told of a scenario's text before it is read.</summary>
public static class ScenarioText
{
    /// <summary>Comments and a comma too many do no harm.</summary>
    internal static JsonDocumentOptions Leniency { get; } = new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Whether a region's terminals or roads are those of a live territory, which has to be opened first.</summary>
    public static bool NamesLiveRegion(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json, Leniency);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && document.RootElement.TryGetProperty("regions", out var regions)
                && regions.ValueKind == JsonValueKind.Array
                && regions.EnumerateArray().Any(IsLive);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // The reader says what is wrong with it.
            return false;
        }
    }

    private static bool IsLive(JsonElement region) =>
        Member(Member(region, "terminals"), "live") is { ValueKind: JsonValueKind.Object }
        || (Member(Member(region, "travel"), "roads") is { ValueKind: JsonValueKind.String } roads && LiveRoads.RegionOf(roads.GetString()!) is not null);

    private static JsonElement? Member(JsonElement? parent, string name) =>
        parent is { ValueKind: JsonValueKind.Object } known && known.TryGetProperty(name, out var member) ? member : null;
}
