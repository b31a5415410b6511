using System.Text.Json.Nodes;

namespace Territory.Cli.Verification;

/// <summary>The JSON schema of a beer game's file.</summary>
internal static class BeerGameSchema
{
    private const string Text = """
        {
          "$schema": "https://json-schema.org/draft/2020-12/schema",
          "title": "Beer game",
          "type": "object",
          "additionalProperties": false,
          "required": ["weeks", "demand", "policies"],
          "properties": {
            "weeks": { "type": "integer", "minimum": 1, "maximum": 10000, "description": "How long the game is played." },
            "weeksHeld": { "type": "integer", "minimum": 0, "default": 0, "description": "Weeks at the start in which every stage orders initialPipeline, whatever its policy says; at most weeks." },
            "demand": { "type": "array", "minItems": 1, "items": { "type": "number", "minimum": 0 }, "description": "What customers ask for each week; the last figure goes on to the end." },
            "initialInventory": { "type": "number", "minimum": 0, "default": 12, "description": "Cases on each stage's shelf." },
            "initialPipeline": { "type": "number", "minimum": 0, "default": 4, "description": "Cases on each order slip and in each of the two boxes on the way to a stage: an order takes two weeks up, its beer two weeks down; the factory brews in three." },
            "holdingCost": { "type": "number", "minimum": 0, "default": 0.5, "description": "Of a case on the shelf for a week." },
            "backlogCost": { "type": "number", "minimum": 0, "default": 1, "description": "Of a case owed for a week." },
            "policies": {
              "type": "object",
              "additionalProperties": false,
              "required": ["retailer", "wholesaler", "distributor", "factory"],
              "properties": {
                "retailer": { "$ref": "#/$defs/policy" },
                "wholesaler": { "$ref": "#/$defs/policy" },
                "distributor": { "$ref": "#/$defs/policy" },
                "factory": { "$ref": "#/$defs/policy" }
              }
            }
          },
          "$defs": {
            "policy": {
              "description": "What a stage orders at a week's end, never below 0 and not rounded.",
              "oneOf": [
                { "type": "object", "additionalProperties": false, "required": ["rule", "level"], "properties": { "rule": { "const": "base-stock" }, "level": { "type": "number", "description": "Net inventory and supply line are ordered up to it." } } },
                { "type": "object", "additionalProperties": false, "required": ["rule", "theta", "alpha", "beta", "target"], "properties": { "rule": { "const": "anchoring" }, "theta": { "type": "number", "minimum": 0, "maximum": 1, "description": "Weight of the latest order in the expectation, which begins at initialPipeline." }, "alpha": { "type": "number", "minimum": 0, "maximum": 1, "description": "Part of the gap ordered each week." }, "beta": { "type": "number", "minimum": 0, "maximum": 1, "description": "Part of the supply line taken into account." }, "target": { "type": "number", "description": "S' of expectation + alpha (S' - net inventory - beta supply line)." } } },
                { "type": "object", "additionalProperties": false, "required": ["rule"], "properties": { "rule": { "const": "pass-on" } } },
                { "type": "object", "additionalProperties": false, "required": ["rule", "quantity"], "properties": { "rule": { "const": "constant" }, "quantity": { "type": "number", "minimum": 0 } } }
              ]
            }
          },
          "examples": [
            {
              "weeks": 36,
              "weeksHeld": 4,
              "demand": [4, 4, 4, 4, 8],
              "policies": {
                "retailer": { "rule": "anchoring", "theta": 0, "alpha": 1, "beta": 1, "target": 28 },
                "wholesaler": { "rule": "anchoring", "theta": 0, "alpha": 1, "beta": 1, "target": 28 },
                "distributor": { "rule": "anchoring", "theta": 0, "alpha": 1, "beta": 1, "target": 28 },
                "factory": { "rule": "anchoring", "theta": 0, "alpha": 1, "beta": 1, "target": 20 }
              }
            }
          ]
        }
        """;

    public static JsonObject Create() => JsonNode.Parse(Text)!.AsObject();
}
