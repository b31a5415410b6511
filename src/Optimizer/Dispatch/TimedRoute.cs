using Territory.Model.Dispatch;
using Territory.Model.Plans;

namespace Territory.Optimizer.Dispatch;

/// <summary>A route with its times, its cost with the prices of allowances, and every rule it breaks.</summary>
internal sealed record TimedRoute(DeliveryRoute Route, IReadOnlyList<PlanBreach> Breaches);
