using System.ComponentModel;
using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Schema;
using Territory.Simulation.Expansion.Selection;

namespace Territory.Simulation.Expansion.Scenarios.Json;

/// <summary>The JSON schema of an expansion scenario, from its types and the ranges they state.</summary>
public static class ScenarioSchema
{
    public static JsonObject Create()
    {
        var schema = ScenarioJson.Options.GetJsonSchemaAsNode(typeof(ExpansionScenario), new JsonSchemaExporterOptions { TreatNullObliviousAsNonNullable = true, TransformSchemaNode = Complete }).AsObject();
        schema.Insert(0, "$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.Insert(1, "title", "Rolling expansion");
        return schema;
    }

    private static JsonNode Complete(JsonSchemaExporterContext context, JsonNode node)
    {
        if (node is not JsonObject schema)
            return node;
        if (context.TypeInfo.Type == typeof(IReadOnlyDictionary<Criterion, double>))
        {
            schema["propertyNames"] = new JsonObject { ["enum"] = new JsonArray([.. Enum.GetNames<Criterion>().Select(name => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(name))]) };
            schema["additionalProperties"] = new JsonObject { ["type"] = "number", ["minimum"] = 0 };
        }

        foreach (var attribute in context.PropertyInfo?.AttributeProvider?.GetCustomAttributes(inherit: false) ?? [])
        {
            switch (attribute)
            {
                case DescriptionAttribute description:
                    schema["description"] = description.Description;
                    break;
                case RangeAttribute range:
                    schema["minimum"] = Convert.ToDouble(range.Minimum, CultureInfo.InvariantCulture);
                    schema["maximum"] = Convert.ToDouble(range.Maximum, CultureInfo.InvariantCulture);
                    break;
                case MinLengthAttribute least:
                    schema["minLength"] = least.Length;
                    break;
            }
        }

        return schema;
    }
}
