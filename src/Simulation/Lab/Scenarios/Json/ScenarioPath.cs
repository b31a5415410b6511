using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Territory.Simulation.Lab.Scenarios.Json;

/// <summary>Sets a value at a path of a JSON tree: members by name, elements by place or all of them by *.</summary>
internal static class ScenarioPath
{
    /// <summary>Why the value cannot be set there; null when it was.</summary>
    public static string? Set(JsonNode root, string path, JsonElement value)
    {
        var steps = Steps(path);
        if (steps is null)
            return "A path is written like regions[0].fleet.vehicles.";
        List<JsonNode> places = [root];
        for (var index = 0; index < steps.Count - 1; index++)
        {
            places = [.. places.SelectMany(place => Below(place, steps[index], steps[index + 1]))];
            if (places.Count == 0)
                return $"The scenario has nothing at {steps[index]}.";
        }

        foreach (var place in places)
        {
            if (!Put(place, steps[^1], value))
                return $"The scenario has nothing at {steps[^1]}.";
        }

        return null;
    }

    /// <summary>The number that stands at a path, the first where the path names several; null where there is none.</summary>
    public static double? Number(JsonNode root, string path)
    {
        var place = root;
        foreach (var step in Steps(path) ?? [])
        {
            place = (place, step[0]) switch
            {
                (JsonArray array, '[') => Elements(array, step).Select(index => array[index]).FirstOrDefault(),
                (JsonObject parent, not '[') => parent[step],
                _ => null,
            };
        }

        return place is JsonValue value && value.GetValueKind() == JsonValueKind.Number ? value.Deserialize<double>() : null;
    }

    // "a[0].b" is a, [0], b.
    private static List<string>? Steps(string path)
    {
        var steps = new List<string>();
        foreach (var part in path.Split('.'))
        {
            var bracket = part.IndexOf('[', StringComparison.Ordinal);
            var name = bracket < 0 ? part : part[..bracket];
            if (name.Length == 0)
                return null;
            steps.Add(name);
            for (var rest = bracket < 0 ? "" : part[bracket..]; rest.Length > 0;)
            {
                var end = rest.IndexOf(']', StringComparison.Ordinal);
                if (rest[0] != '[' || end < 2)
                    return null;
                steps.Add(rest[..(end + 1)]);
                rest = rest[(end + 1)..];
            }
        }

        return steps;
    }

    private static IEnumerable<JsonNode> Below(JsonNode place, string step, string next)
    {
        if (step[0] == '[')
            return place is JsonArray array ? Elements(array, step).Select(index => array[index]).OfType<JsonNode>() : [];
        if (place is not JsonObject parent)
            return [];
        // What the scenario leaves at its usual value becomes an object with one value of its own.
        if (parent[step] is null && next[0] != '[')
            parent[step] = new JsonObject();
        return parent[step] is { } child ? [child] : [];
    }

    private static bool Put(JsonNode place, string step, JsonElement value)
    {
        if (step[0] != '[')
        {
            if (place is not JsonObject parent)
                return false;
            parent[step] = Node(value);
            return true;
        }

        if (place is not JsonArray array || Elements(array, step).ToList() is not { Count: > 0 } elements)
            return false;
        foreach (var index in elements)
            array[index] = Node(value);
        return true;
    }

    private static IEnumerable<int> Elements(JsonArray array, string step)
    {
        if (step == "[*]")
            return Enumerable.Range(0, array.Count);
        return int.TryParse(step.AsSpan(1, step.Length - 2), NumberStyles.None, CultureInfo.InvariantCulture, out var index) && index < array.Count ? [index] : [];
    }

    private static JsonNode? Node(JsonElement value) => JsonNode.Parse(value.GetRawText(), documentOptions: ScenarioText.Leniency);
}
