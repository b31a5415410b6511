using Territory.Model.Terminals;
using Territory.Simulation.Lab;
using Territory.Simulation.Lab.Setup;

namespace Territory.Simulation.KnownAnswers.LabMarkets;

/// <summary>Terminals that all have us and are called once a week: how many shelves are empty under an order rule.</summary>
internal static class LabReplenishment
{
    private const int Terminals = 300;
    private const int Weeks = 20;
    private const int SettledAfter = 8;

    /// <summary>Mean share of listed products that are missing in the evening, once the opening stock has worked itself out.</summary>
    public static double OutOfStock(LabOrdering ordering, long seed)
    {
        var region = LabMarket.OneCell("shelves", Terminals, 12);
        region = region with
        {
            Terminals = region.Terminals with { Adopted = [.. Enumerable.Repeat(true, Terminals)], Classes = new TerminalClass[Terminals] },
            FieldForce = new LabFieldForce { Staffing = [new LabStaffing(LabMarket.FirstDay, 4)] },
            Fleet = new LabFleet { Vehicles = 4 },
            FieldCosts = new LabFieldCosts { AreaSquareKilometres = 20 },
        };
        var setup = LabMarket.Of(7 * Weeks, [region]) with { Rules = new LabRules { Ordering = ordering } };
        return LabSimulator.Run(setup, new LabRunOptions((ulong)seed)).Regions[0].Weeks.Skip(SettledAfter).Average(week => week.OutOfStockRate);
    }
}
