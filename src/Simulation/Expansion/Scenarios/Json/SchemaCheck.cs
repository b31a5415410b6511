using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Model.Problems;

namespace Territory.Simulation.Expansion.Scenarios.Json;

/// <summary>Holds a JSON document against a schema and lists everything that breaks it, each with its path; the words of the schema are those that ScenarioSchema uses.</summary>
internal sealed class SchemaCheck(JsonObject root, string file)
{
    private const int LongestShown = 60;

    private readonly List<Problem> problems = [];

    public static IReadOnlyList<Problem> Problems(JsonObject schema, JsonElement document, string file)
    {
        var check = new SchemaCheck(schema, file);
        check.Value(schema, document, "$");
        return check.problems;
    }

    private void Value(JsonNode? node, JsonElement value, string path)
    {
        if (node is not JsonObject schema)
            return;
        if (schema["$ref"]?.GetValue<string>() is { } reference)
        {
            Value(Referred(reference), value, path);
            return;
        }

        var types = Types(schema);
        if (schema["enum"] is JsonArray choices)
        {
            var allowed = choices.Select(choice => choice?.GetValue<string>()).ToList();
            if (!(value.ValueKind == JsonValueKind.Null ? allowed.Contains(null) : value.ValueKind == JsonValueKind.String && allowed.Contains(value.GetString())))
                Refuse("scenario.choice", $"One of {string.Join(", ", allowed.OfType<string>())} is expected.", path, value);
            return;
        }

        if (types.Count > 0 && !types.Exists(type => Is(type, value)))
        {
            Refuse("scenario.type", $"{string.Join(" or ", types.Select(Named))} is expected.", path, value);
            return;
        }

        switch (value.ValueKind)
        {
            case JsonValueKind.Number:
                Range(schema, value, path);
                break;
            case JsonValueKind.String:
                if (schema["minLength"] is { } least && value.GetString()!.Trim().Length < least.GetValue<int>())
                    Refuse("scenario.length", $"At least {least} characters are expected.", path, value);
                if (schema["format"]?.GetValue<string>() == "date" && !DateOnly.TryParseExact(value.GetString(), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _))
                    Refuse("scenario.date", "A day as yyyy-MM-dd is expected.", path, value);
                break;
            case JsonValueKind.Array:
                foreach (var (index, item) in value.EnumerateArray().Index())
                    Value(schema["items"], item, $"{path}[{index}]");
                break;
            case JsonValueKind.Object:
                Members(schema, value, path);
                break;
        }
    }

    private void Members(JsonObject schema, JsonElement value, string path)
    {
        var known = schema["properties"] as JsonObject;
        var names = (schema["propertyNames"]?["enum"] as JsonArray)?.Select(name => name!.GetValue<string>()).ToList();
        foreach (var member in value.EnumerateObject())
        {
            if (known?[member.Name] is { } property)
                Value(property, member.Value, $"{path}.{member.Name}");
            else if (names is null ? schema["additionalProperties"] is not JsonObject : !names.Contains(member.Name))
                Refuse("scenario.unknown", $"Only {string.Join(", ", names ?? [.. (known ?? []).Select(entry => entry.Key)])} mean something here.", $"{path}.{member.Name}", member.Value);
            else
                Value(schema["additionalProperties"], member.Value, $"{path}.{member.Name}");
        }

        foreach (var required in schema["required"] as JsonArray ?? [])
        {
            if (!value.TryGetProperty(required!.GetValue<string>(), out _))
                problems.Add(new Problem("scenario.missing", "The field is needed; --schema prints the form.", file, Field: $"{path}.{required}"));
        }
    }

    private void Range(JsonObject schema, JsonElement value, string path)
    {
        var number = value.GetDouble();
        var least = schema["minimum"]?.GetValue<double>() ?? double.MinValue;
        var most = schema["maximum"]?.GetValue<double>() ?? double.MaxValue;
        if (!(number >= least && number <= most))
            Refuse("scenario.range", least == double.MinValue ? "A finite number is expected." : most == double.MaxValue ? $"A number of at least {least:G} is expected." : FormattableString.Invariant($"A number, {least:G} to {most:G}, is expected."), path, value);
    }

    private JsonNode? Referred(string reference)
    {
        JsonNode? node = root;
        foreach (var part in reference.TrimStart('#').Split('/', StringSplitOptions.RemoveEmptyEntries))
            node = node is JsonArray array ? array[int.Parse(part, CultureInfo.InvariantCulture)] : node?[part];
        return node;
    }

    private static List<string> Types(JsonObject schema) => schema["type"] switch
    {
        JsonArray several => [.. several.Select(type => type!.GetValue<string>())],
        JsonValue one => [one.GetValue<string>()],
        _ => [],
    };

    private static bool Is(string type, JsonElement value) => type switch
    {
        "null" => value.ValueKind == JsonValueKind.Null,
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "string" => value.ValueKind == JsonValueKind.String,
        "number" => value.ValueKind == JsonValueKind.Number,
        "integer" => value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out _),
        "array" => value.ValueKind == JsonValueKind.Array,
        _ => value.ValueKind == JsonValueKind.Object,
    };

    private static string Named(string type) => type switch
    {
        "null" => "null",
        "boolean" => "true or false",
        "string" => "a text",
        "number" => "a number",
        "integer" => "a whole number",
        "array" => "a list",
        _ => "an object",
    };

    private void Refuse(string code, string rule, string path, JsonElement found)
    {
        var text = found.GetRawText();
        problems.Add(new Problem(code, rule, file, Field: path, Value: text.Length > LongestShown ? text[..LongestShown] + "..." : text));
    }
}
