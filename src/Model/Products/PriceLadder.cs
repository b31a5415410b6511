using System.Text.Json.Serialization;
using Territory.Model.Quantities;

namespace Territory.Model.Products;

/// <summary>The prices of one case at each level of the channel (价格体系).</summary>
public sealed record PriceLadder(Money FactoryPerCase, Money TerminalPerCase, Money RetailPerCase)
{
    /// <summary>Whether every level earns a margin.</summary>
    [JsonIgnore]
    public bool Rises => FactoryPerCase < TerminalPerCase && TerminalPerCase < RetailPerCase;

    public Money At(PriceLevel level) => level switch
    {
        PriceLevel.Factory => FactoryPerCase,
        PriceLevel.Terminal => TerminalPerCase,
        PriceLevel.Retail => RetailPerCase,
        _ => throw new ArgumentOutOfRangeException(nameof(level), level, "Unknown price level."),
    };
}
