using System.Text.Json.Serialization;

namespace Territory.Simulation.Expansion.Waves;

/// <summary>What a plan is for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ExpansionGoal>))]
public enum ExpansionGoal
{
    /// <summary>The net present value of all cash.</summary>
    NetPresentValue,

    /// <summary>The weeks until our share leads (冲击区域第一), a region not opened counting as the whole horizon.</summary>
    WeeksToLeadership,
}
