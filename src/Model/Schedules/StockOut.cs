using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Schedules;

/// <summary>A day on which an outlet sells less than it could (缺货).</summary>
/// <param name="Cases">Not sold.</param>
public sealed record StockOut(TerminalId Terminal, DateOnly Date, Cases Cases, StockOutCause Cause);
