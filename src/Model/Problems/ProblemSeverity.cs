using System.Text.Json.Serialization;

namespace Territory.Model.Problems;

[JsonConverter(typeof(JsonStringEnumConverter<ProblemSeverity>))]
public enum ProblemSeverity
{
    /// <summary>The row or file is refused.</summary>
    Error,

    /// <summary>Kept as it is; worth a look.</summary>
    Warning,

    /// <summary>Kept after a repair, which the rule describes.</summary>
    Fixed,
}
