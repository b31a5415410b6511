using System.Text.Json.Serialization;

namespace Territory.Model.Plans;

/// <summary>Why an outlet is on today's list.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<VisitPurpose>))]
public enum VisitPurpose
{
    /// <summary>Its frequency says so.</summary>
    Cadence,

    /// <summary>It would otherwise stay unvisited in its cycle (未访问客户为零).</summary>
    ZeroUnvisited,
}
