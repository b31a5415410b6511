using System.Text.Json.Serialization;

namespace Territory.Simulation.Expansion.Census;

/// <summary>A block of the market database (区域市场数据库).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<DataBlock>))]
public enum DataBlock
{
    Macro,
    Rivals,
    Dealers,
    Terminals,
    Consumers,
    Conditions,
}
