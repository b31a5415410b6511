using System.Text.Json.Serialization;

namespace Territory.Simulation.Expansion.Waves;

/// <summary>Why a region is not in a plan.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<LeftOutReason>))]
public enum LeftOutReason
{
    /// <summary>No start in its window and within the horizon is expected to pay.</summary>
    DoesNotPay,

    /// <summary>A limit leaves it no start that pays, beside the regions that are opened.</summary>
    Limit,

    /// <summary>It could start, but the plan as a whole is better without it.</summary>
    WorsensPlan,

    /// <summary>Its readiness gate says not yet.</summary>
    NotReady,
}
