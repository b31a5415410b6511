using System.Text.Json;
using System.Text.Json.Nodes;
using Territory.Simulation.Lab.Scenarios;
using Territory.Simulation.Lab.Scenarios.Json;

namespace Territory.Grains.Lab;

/// <summary>What a scenario leaves to usual values: the path and the value of each.</summary>
internal static class ScenarioAssumptions
{
    private static readonly JsonDocumentOptions Reading = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    public static JsonArray Of(string content, Scenario read)
    {
        var list = new JsonArray();
        Add(list, "", JsonSerializer.SerializeToNode(read, ScenarioJson.Options), JsonNode.Parse(content, documentOptions: Reading));
        return list;
    }

    private static void Add(JsonArray list, string path, JsonNode? complete, JsonNode? given)
    {
        switch (complete)
        {
            case JsonObject members when given is null or JsonObject:
                foreach (var (name, value) in members)
                    Add(list, path.Length == 0 ? name : $"{path}.{name}", value, given?[name]);
                break;
            case JsonArray { Count: > 0 } items when given is JsonArray known && known.Count == items.Count:
                for (var index = 0; index < items.Count; index++)
                    Add(list, $"{path}[{index}]", items[index], known[index]);
                break;
            // What is neither given nor usual has no value: no promotion, no variant.
            case not null and not JsonArray { Count: 0 } when given is null:
                list.Add((JsonNode)new JsonObject { ["path"] = path, ["value"] = complete.DeepClone() });
                break;
            default:
                break;
        }
    }
}
