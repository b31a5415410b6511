using System.Text.Json.Serialization;

namespace Territory.Model.Terminals;

/// <summary>Who set the class.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ClassBasis>))]
public enum ClassBasis
{
    ByRule,
    ByHand,
}
