using System.Text.Json;

namespace Territory.Roads.Files;

/// <summary>Lays one JSON value over another: objects member by member, everything else as a whole.</summary>
internal static class JsonMerge
{
    public static JsonDocument Over(string baseJson, JsonElement top)
    {
        using var below = JsonDocument.Parse(baseJson);
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream))
            Write(writer, below.RootElement, top);
        return JsonDocument.Parse(stream.ToArray());
    }

    private static void Write(Utf8JsonWriter writer, JsonElement below, JsonElement top)
    {
        if (below.ValueKind != JsonValueKind.Object || top.ValueKind != JsonValueKind.Object)
        {
            top.WriteTo(writer);
            return;
        }

        writer.WriteStartObject();
        foreach (var member in below.EnumerateObject())
        {
            writer.WritePropertyName(member.Name);
            if (top.TryGetProperty(member.Name, out var over))
                Write(writer, member.Value, over);
            else
                member.Value.WriteTo(writer);
        }

        foreach (var member in top.EnumerateObject())
        {
            if (!below.TryGetProperty(member.Name, out _))
                member.WriteTo(writer);
        }

        writer.WriteEndObject();
    }
}
