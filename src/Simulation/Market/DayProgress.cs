using Territory.Model.Calendar;
using Territory.Model.Deliveries;
using Territory.Model.Ids;

namespace Territory.Simulation.Market;

/// <summary>What has happened on a day so far, as the actors know it: enough to continue the day as if it had never stopped.</summary>
/// <param name="Terminals">Those with a settlement today; the others are unsettled.</param>
/// <param name="NextDayPlanned">Whether the evening's planning is done.</param>
public sealed record DayProgress(
    IReadOnlyList<TerminalProgress> Terminals,
    IReadOnlyList<RepProgress> Reps,
    IReadOnlyList<VehicleProgress> Vehicles,
    bool NextDayPlanned,
    bool Closed)
{
    public static DayProgress None { get; } = new([], [], [], false, false);
}

/// <param name="SettledUntil">Sales are settled up to here.</param>
/// <param name="Intervals">Settlements of the day so far, which is the number of the next one.</param>
public readonly record struct TerminalProgress(TerminalId Terminal, TimeOfDay SettledUntil, int Intervals);

/// <param name="Visits">In the order in which they were made; only the last may be without a departure.</param>
public sealed record RepProgress(RepId Rep, IReadOnlyList<VisitProgress> Visits);

public readonly record struct VisitProgress(TerminalId Terminal, TimeOfDay Arrival, TimeOfDay? Departure);

/// <param name="Trips">In the order in which they were driven; only the last may be without a return.</param>
public sealed record VehicleProgress(VehicleId Vehicle, IReadOnlyList<TripProgress> Trips);

/// <param name="Orders">What was loaded.</param>
public sealed record TripProgress(TimeOfDay Departed, IReadOnlyList<OrderId> Orders, IReadOnlyList<StopProgress> Stops, TimeOfDay? Returned);

public readonly record struct StopProgress(TerminalId Terminal, TimeOfDay Departure, RefusalReason Reason);
