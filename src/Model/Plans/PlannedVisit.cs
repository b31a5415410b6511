using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Plans;

/// <summary>One call on a rep's list.</summary>
/// <param name="DueOn">The last day that keeps the outlet's frequency; before the list's date when overdue.</param>
public sealed record PlannedVisit(
    TerminalId Terminal,
    VisitPurpose Purpose,
    DateOnly DueOn,
    TimeOfDay Arrival,
    TimeOfDay Departure,
    Duration Travel,
    Distance Leg);
