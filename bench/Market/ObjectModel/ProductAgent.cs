using Territory.Simulation.Lab.Rules;
using Territory.Simulation.Lab.Setup;
using Territory.Simulation.Market.Rules;

namespace Territory.Market.Benchmarks.ObjectModel;

/// <summary>A product and what a day does to its demand.</summary>
internal sealed class ProductAgent(LabProduct file, int number, double weight, double priceFactor)
{
    public LabProduct File { get; } = file;

    public int Number { get; } = number;

    public double Weight { get; } = weight;

    public int Size => File.UnitsPerCase;

    public double Factor { get; private set; }

    public double Season { get; private set; }

    public void Begin(DateOnly date, double weekday, LabRivals rivals, bool rivalsReact)
    {
        Season = DemandRates.SeasonFactor(File.SeasonByMonth, date);
        var reaction = rivalsReact ? RivalReaction.Factor(File.Promotions, date, rivals) : 1;
        Factor = Weight * Season * weekday * PromotionRule.Factor(File.Promotions, date) * priceFactor * reaction;
    }

    public long PromotionCostOn(DateOnly date) =>
        File.Promotions.Where(promotion => date >= promotion.From && date <= promotion.Until).Sum(promotion => promotion.CostPerDay.MinorUnits);
}
