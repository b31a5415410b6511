using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Optimizer.Inventory;

/// <summary>One product at an outlet.</summary>
/// <param name="Stock">On the shelf and in the store.</param>
/// <param name="OnOrder">Of open orders; counted as if they were there, since the day's delivery plan brings them.</param>
/// <param name="MeanDailySales">Units a day, closed days included.</param>
public readonly record struct ProductStock(ProductId Product, Units Stock, Units OnOrder, double MeanDailySales);
