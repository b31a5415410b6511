using Territory.Model.Ids;

namespace Territory.Model.Dispatch;

/// <summary>Why a stop stands where it does, or on no vehicle.</summary>
/// <param name="Vehicle">The vehicle it is on; null: none.</param>
/// <param name="Options">The cheapest place on each vehicle in service, those that break no rule first, then by cost; for a stop on a route its changes are against the plan as it is.</param>
/// <param name="Fix">For a stop on no vehicle that fits nowhere; null where giving way cannot help.</param>
public sealed record StopExplanation(OrderId Order, TerminalId Terminal, VehicleId? Vehicle, StopPlace? Place, IReadOnlyList<StopOption> Options, StopFix? Fix);
