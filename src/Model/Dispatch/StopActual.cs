using Territory.Model.Calendar;
using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>What happened at a stop.</summary>
/// <param name="Orders">The orders that were dealt with there.</param>
/// <param name="Departure">Null while the vehicle is there.</param>
public sealed record StopActual(TerminalId Terminal, IReadOnlyList<OrderId> Orders, TimeOfDay Arrival, TimeOfDay? Departure);
