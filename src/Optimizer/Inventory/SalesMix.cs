using Territory.Model.Ids;
using Territory.Model.Products;

namespace Territory.Optimizer.Inventory;

/// <summary>What a case is worth, weighs and takes up in the mix that some outlets sell; the plain mean where nothing is sold.</summary>
internal sealed class SalesMix
{
    public SalesMix(IReadOnlyList<Product> products, IEnumerable<OutletStock> outlets)
    {
        var sold = products.ToDictionary(product => product.Id, _ => 0.0);
        foreach (var line in outlets.SelectMany(outlet => outlet.Products))
            sold[line.Product] += line.MeanDailySales;
        var total = products.Sum(product => sold[product.Id] / product.UnitsPerCase);
        double Mean(Func<Product, double> figure) => products.Count == 0 ? 0
            : total > 0 ? products.Sum(product => figure(product) * sold[product.Id] / product.UnitsPerCase) / total : products.Average(figure);
        Grams = Mean(product => product.CaseMass.Grams);
        Millilitres = Mean(product => product.CaseVolume.Millilitres);
        TerminalPriceMinorUnits = Mean(product => product.Prices.TerminalPerCase.MinorUnits);
        RetailPriceMinorUnits = Mean(product => product.Prices.RetailPerCase.MinorUnits);
        CasesPerUnit = products.ToDictionary(product => product.Id, product => 1.0 / product.UnitsPerCase);
    }

    public double Grams { get; }

    public double Millilitres { get; }

    public double TerminalPriceMinorUnits { get; }

    public double RetailPriceMinorUnits { get; }

    public IReadOnlyDictionary<ProductId, double> CasesPerUnit { get; }
}
