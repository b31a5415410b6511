using System.Text.Json.Serialization;

namespace Territory.Simulation.Expansion.Selection;

[JsonConverter(typeof(JsonStringEnumConverter<SwotKind>))]
public enum SwotKind
{
    Strength,
    Weakness,
    Opportunity,
    Threat,
}
