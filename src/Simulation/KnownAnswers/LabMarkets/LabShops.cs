using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.KnownAnswers.LabMarkets;

/// <summary>Two shops on the meridian of one cell, of which the first has our product: what the lab's weighted distribution makes of them is Huff's share.</summary>
internal static class LabShops
{
    private const double KilometresPerDegree = 111.195;
    private const double UnitsPerDay = 10_000;

    public static double ShareOfFirst((double Size, double Kilometres) first, (double Size, double Kilometres) second, double distancePower)
    {
        var region = LabMarket.OneCell("shops", 2, UnitsPerDay / 2);
        region = region with
        {
            Terminals = region.Terminals with
            {
                Latitudes = [first.Kilometres / KilometresPerDegree, -second.Kilometres / KilometresPerDegree],
                Sizes = [first.Size, second.Size],
                Adopted = [true, false],
            },
        };
        var setup = LabMarket.Of(1, [region]) with
        {
            Rules = new LabRules { Huff = new LabHuff(1, distancePower, 2 * Math.Max(first.Kilometres, second.Kilometres)) },
        };
        return LabSimulator.Run(setup, new LabRunOptions(1)).Regions[0].Weeks[0].WeightedDistribution;
    }
}
