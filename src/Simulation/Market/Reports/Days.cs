using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Simulation.Market.Reports;

/// <summary>The evening's request to plan and publish a day.</summary>
/// <param name="Today">The day that asks.</param>
/// <param name="PlanFor">The next working day.</param>
public sealed record PlanningCall(CommandId Command, DateOnly Today, DateOnly PlanFor, TimeOfDay At);

/// <summary>A simulated day is over.</summary>
public sealed record DayClosing(CommandId Command, DateOnly Date);
