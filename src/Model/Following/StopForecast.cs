using Territory.Model.Calendar;
using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Following;

/// <summary>When a planned stop is, or was, made (预计到达).</summary>
/// <param name="Trip">Counted from 0.</param>
/// <param name="PlannedArrival">Of the published plan.</param>
/// <param name="Arrival">Expected, or as it happened where the vehicle is there or has been; of an unfinished stop the planned one.</param>
/// <param name="ServiceStart">The later of the arrival and the start of a window that can still be met.</param>
/// <param name="Due">The end of the outlet's last window of the day.</param>
/// <param name="Late">By how much service starts after <paramref name="Due"/>; zero in time.</param>
public sealed record StopForecast(
    TerminalId Terminal,
    IReadOnlyList<OrderId> Orders,
    int Trip,
    StopState State,
    TimeOfDay PlannedArrival,
    TimeOfDay Arrival,
    TimeOfDay ServiceStart,
    TimeOfDay Departure,
    TimeOfDay Due,
    Duration Late);
