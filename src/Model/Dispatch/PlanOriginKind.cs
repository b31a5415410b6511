using System.Text.Json.Serialization;

namespace Territory.Model.Dispatch;

/// <summary>How a version of a plan came about.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanOriginKind>))]
public enum PlanOriginKind
{
    /// <summary>Planned from the open orders alone.</summary>
    Planned,
    Edited,
    Reoptimised,
    Undone,
    Redone,

    /// <summary>Put together from other versions.</summary>
    Adopted,
}
