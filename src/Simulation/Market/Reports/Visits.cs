using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;
using Territory.Model.Visits;

namespace Territory.Simulation.Market.Reports;

/// <summary>A rep arrives at an outlet (进店).</summary>
/// <param name="Number">Counts the rep's visits of the day from 0.</param>
public sealed record VisitCheckIn(CommandId Command, RepId Rep, TerminalId Terminal, DateOnly Date, TimeOfDay At, int Number);

/// <summary>What a rep finds: the stock in the outlet and what it owes.</summary>
/// <param name="Outstanding">Delivered and not yet paid.</param>
/// <param name="OldestUnpaidOn">The day of the oldest delivery not yet paid; null when nothing is owed.</param>
public sealed record VisitStart(IReadOnlyList<StockCountLine> Stock, Money Outstanding, DateOnly? OldestUnpaidOn);

/// <summary>The counted stock of every listed product (盘点).</summary>
public sealed record StockCount(
    CommandId Command,
    RepId Rep,
    TerminalId Terminal,
    DateOnly Date,
    TimeOfDay At,
    IReadOnlyList<StockCountLine> Lines);

/// <summary>What the order rule needs to know of a product.</summary>
/// <param name="PreviousCount">Units at the count before this one (S0); null when there was none.</param>
/// <param name="DeliveredSince">Units delivered after that count (P0).</param>
/// <param name="Present">Units counted now (S1).</param>
/// <param name="OnOrder">Units ordered and not yet delivered.</param>
public readonly record struct OrderBasis(ProductId Product, Units? PreviousCount, Units DeliveredSince, Units Present, Units OnOrder);

/// <summary>A rep leaves an outlet (离店).</summary>
public sealed record VisitCheckOut(
    CommandId Command,
    RepId Rep,
    TerminalId Terminal,
    DateOnly Date,
    TimeOfDay Arrival,
    TimeOfDay Departure,
    VisitOutcome Outcome,
    IReadOnlyList<VisitStepDone> Steps);

/// <param name="Code">The step's code in the visit protocol.</param>
public readonly record struct VisitStepDone(string Code, TimeOfDay At);

/// <summary>How a visit ended.</summary>
public enum VisitOutcome
{
    /// <summary>With an order (成交).</summary>
    Ordered,

    /// <summary>Done, nothing needed.</summary>
    NoOrder,

    /// <summary>The outlet was closed.</summary>
    FoundClosed,
}
