using System.Text.Json.Serialization;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.DispatchOrders;

/// <summary>One product's way: what left, what was handed over, what came back.</summary>
public sealed record GoodsBalance(ProductId Product, Cases Loaded, Cases Delivered, Cases Returned)
{
    /// <summary>What is missing; negative where more came back than is left.</summary>
    [JsonIgnore]
    public Cases Missing => Loaded - Delivered - Returned;
}
