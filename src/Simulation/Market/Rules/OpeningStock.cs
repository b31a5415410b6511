using Territory.Model.Quantities;
using Territory.Simulation.Randomness;

namespace Territory.Simulation.Market.Rules;

/// <summary>The stock with which an outlet enters a simulated market: a draw between 0.2 and 1.5 visit periods of mean demand.</summary>
public static class OpeningStock
{
    private const double LeastPeriods = 0.2;
    private const double MostPeriods = 1.5;

    public static Units Of(MarketSetup setup, int terminal, int column)
    {
        var days = VisitCadence.DaysBetweenVisits(setup.Region, setup.Terminals[terminal]);
        var draw = Draw.Of(setup.Seed, DrawPurpose.OpeningStock, setup.Demand.KeyOf(terminal, column));
        var periods = LeastPeriods + ((MostPeriods - LeastPeriods) * draw.NextUniform());
        return new Units((int)Math.Floor((setup.Demand.BaseUnitsPerDay(terminal, column) * days * periods) + 0.5));
    }
}
