using Territory.Grains.Actors;
using Territory.Grains.Catalogues;
using Territory.Grains.Registers;
using Territory.Model.Ids;

namespace Territory.Grains.Terminals;

/// <summary>Reasons that several commands of an outlet share.</summary>
internal static class TerminalRefusals
{
    public static readonly Refusal Unknown = Refusal.Of("terminal.unknown");

    public static readonly Refusal RegionUnknown = FileRegister.RegionUnknown;

    /// <summary>The first of these products that the region does not list, or that is given twice; null when all are well.</summary>
    public static Refusal? ForProducts(IEnumerable<ProductId> products, RegionCatalogue catalogue)
    {
        var seen = new HashSet<ProductId>();
        foreach (var product in products)
        {
            if (product.Value is null || !catalogue.Lists(product))
                return Refusal.Of("product.unknown", ("product", product.Value ?? ""));
            if (!seen.Add(product))
                return Refusal.Of("line.duplicate-product", ("product", product.Value));
        }

        return null;
    }
}
