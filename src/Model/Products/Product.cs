using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Products;

/// <summary>A product (SKU, 单品) with its case size and price ladder.</summary>
public sealed record Product
{
    public required ProductId Id { get; init; }

    public required LocalizedText Name { get; init; }

    public required string Category { get; init; }

    public required int UnitsPerCase { get; init; }

    public required Mass CaseMass { get; init; }

    public required Volume CaseVolume { get; init; }

    public required PriceLadder Prices { get; init; }

    public int ShelfLifeDays { get; init; }
}
