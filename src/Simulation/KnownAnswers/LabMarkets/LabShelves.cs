using Territory.Simulation.KnownAnswers.Statistics;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.KnownAnswers.LabMarkets;

/// <summary>Equal terminals that have us, a rival, both or none, each as often as independent availabilities make it.</summary>
internal static class LabShelves
{
    private const int Runs = 40;
    private const int Terminals = 500;
    private const double UnitsPerDay = 20;

    /// <summary>Our share of a week's sales, over runs of the lab.</summary>
    public static Estimate OwnShare(double ownAvailability, double rivalAvailability, double preference, long seed)
    {
        bool[] own = [.. Enumerable.Range(0, Terminals).Select(row => row < ownAvailability * Terminals)];
        byte[] rivals = new byte[Terminals];
        var ours = own.Count(has => has);
        for (var row = 0; row < Terminals; row++)
        {
            var (place, among) = own[row] ? (row, ours) : (row - ours, Terminals - ours);
            rivals[row] = (byte)(place < Math.Round(rivalAvailability * among) ? 1 : 0);
        }

        var region = LabMarket.OneCell("shelves", Terminals, UnitsPerDay);
        region = region with
        {
            Terminals = region.Terminals with { Adopted = own, RivalBrands = rivals },
            Rivals = new LabRivals { OwnPull = preference / (1 - preference) },
        };
        var setup = LabMarket.Of(7, [region]) with { Rules = new LabRules { Response = LabMarket.NoResponse } };
        return Estimate.OfBatches([.. Enumerable.Range(0, Runs).Select(run => LabSimulator.Run(setup, new LabRunOptions((ulong)((seed * Runs) + run))).Regions[0].Weeks[0].Share)]);
    }
}
