using System.Text.Json;
using System.Text.Json.Nodes;

namespace Territory.Grains.Lab;

/// <summary>Fixes the live regions of a scenario at a position of the journal, so that the same text always means the same terminals.</summary>
internal static class LivePositions
{
    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    /// <param name="content">A scenario without problems.</param>
    /// <param name="position">Null: the scenario looks at nothing "now".</param>
    public static string Fix(string content, long? position)
    {
        var root = JsonNode.Parse(content, documentOptions: Reading)!.AsObject();
        if (position is { } now)
        {
            foreach (var region in root["regions"]!.AsArray())
                FixTerminals(region!["terminals"], now);
            foreach (var variant in root["variants"]?.AsArray() ?? [])
            {
                foreach (var (path, value) in variant!["set"]!.AsObject())
                {
                    if (path.EndsWith(".terminals", StringComparison.Ordinal))
                        FixTerminals(value, now);
                    else if (path.EndsWith(".live", StringComparison.Ordinal))
                        FixLive(value, now);
                    else if (path.StartsWith("regions[", StringComparison.Ordinal) && path.EndsWith(']') && value is JsonObject region)
                        FixTerminals(region["terminals"], now);
                }
            }
        }

        return root.ToJsonString(CompactText);
    }

    private static JsonSerializerOptions CompactText { get; } = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static void FixTerminals(JsonNode? terminals, long now)
    {
        if (terminals is JsonObject source)
            FixLive(source["live"], now);
    }

    private static void FixLive(JsonNode? live, long now)
    {
        if (live is JsonObject source && source["position"] is null)
            source["position"] = now;
    }
}
