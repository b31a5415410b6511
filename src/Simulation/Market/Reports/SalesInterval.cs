using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Simulation.Market.Reports;

/// <summary>The demand of a terminal since its last settlement (销售结算).</summary>
/// <param name="Number">Counts the terminal's settlements of the day from 0.</param>
/// <param name="Demand">What consumers asked for; a product that nobody asked for is absent.</param>
public sealed record SalesInterval(
    CommandId Command,
    TerminalId Terminal,
    DateOnly Date,
    int Number,
    TimeOfDay From,
    TimeOfDay To,
    IReadOnlyList<ProductDemand> Demand);
