using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Territory.Model.Quantities;

namespace Territory.Simulation.Lab.Scenarios.Json;

/// <summary>The JSON schema of what is read, made from the types that it is read into.</summary>
public static class ScenarioSchema
{
    public static JsonObject Of<T>(string title)
    {
        var schema = ScenarioJson.Options.GetJsonSchemaAsNode(typeof(T), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Describe }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", title);
        return schema;
    }

    private static JsonNode Describe(JsonSchemaExporterContext context, JsonNode node)
    {
        var type = Nullable.GetUnderlyingType(context.TypeInfo.Type) ?? context.TypeInfo.Type;
        if (type == typeof(Money))
            return new JsonObject { ["type"] = "number", ["multipleOf"] = 0.01, ["description"] = "An amount in major units." };
        if (type == typeof(JsonElement))
            return new JsonObject { ["description"] = "Whatever may stand at that path." };
        return node;
    }
}
