using System.Text.Json;

namespace Territory.Dashboard.Lab;

/// <summary>JSON that others wrote as part of an answer.</summary>
internal static class JsonText
{
    public static JsonElement Element(string json)
    {
        using var document = JsonDocument.Parse(json, new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        return document.RootElement.Clone();
    }
}
