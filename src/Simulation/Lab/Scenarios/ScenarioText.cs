using System.Text.Json;

namespace Territory.Simulation.Lab.Scenarios;

/// <summary>What can be told of a scenario's text before it is read.</summary>
public static class ScenarioText
{
    /// <summary>Comments and a comma too many do no harm.</summary>
    internal static JsonDocumentOptions Leniency { get; } = new() { AllowDuplicateProperties = false, CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <summary>Whether a region's terminals are those of a live territory, which has to be opened first.</summary>
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
        region.ValueKind == JsonValueKind.Object
        && region.TryGetProperty("terminals", out var terminals)
        && terminals.ValueKind == JsonValueKind.Object
        && terminals.TryGetProperty("live", out var live)
        && live.ValueKind == JsonValueKind.Object;
}
