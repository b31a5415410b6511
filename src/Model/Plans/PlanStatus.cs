using System.Text.Json.Serialization;

namespace Territory.Model.Plans;

/// <summary>A plan is a proposal until someone publishes it.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanStatus>))]
public enum PlanStatus
{
    Proposed,
    Published,
    Discarded,
}
