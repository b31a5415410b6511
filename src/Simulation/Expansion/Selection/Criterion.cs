using System.Text.Json.Serialization;

namespace Territory.Simulation.Expansion.Selection;

/// <summary>What a market is chosen by (目标市场选择原则), and the five conditions of deep distribution.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<Criterion>))]
public enum Criterion
{
    /// <summary>容量.</summary>
    Capacity,

    /// <summary>潜力.</summary>
    Potential,

    /// <summary>典型性.</summary>
    Typicality,

    /// <summary>影响力.</summary>
    Influence,

    /// <summary>团队认同.</summary>
    Acceptance,

    /// <summary>品牌成熟度.</summary>
    BrandMaturity,

    /// <summary>需求量.</summary>
    Demand,

    /// <summary>品牌影响力.</summary>
    BrandInfluence,

    /// <summary>客户配合.</summary>
    CustomerCooperation,

    /// <summary>执行力.</summary>
    Execution,
}
