using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Visits;

/// <summary>Units of a product counted on shelf and in store (库存盘点), and the retail price seen, if any.</summary>
public readonly record struct StockCountLine(ProductId Product, Units Units, Money? RetailPriceSeen = null);
