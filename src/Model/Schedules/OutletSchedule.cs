using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Schedules;

/// <summary>How an outlet's stock goes through the days of a schedule, in cases of all products together.</summary>
/// <param name="Maximum">What a delivery fills it to at most.</param>
/// <param name="Stock">On the morning of the first day, what is on order included.</param>
/// <param name="Sales">What it could sell, day by day.</param>
/// <param name="Left">In the evening, day by day.</param>
public sealed record OutletSchedule(TerminalId Terminal, Cases Maximum, Cases Stock, IReadOnlyList<Cases> Sales, IReadOnlyList<Cases> Left);
