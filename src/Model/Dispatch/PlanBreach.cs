using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Dispatch;

/// <summary>One rule that a plan breaks. A plan names every one.</summary>
/// <param name="Order">The first order of the stop it is about; null: it is about the vehicle.</param>
/// <param name="Amount">By how much, in the unit of the rule; 1 where it has none.</param>
/// <param name="IsAllowed">An allowance of the day covers it whole.</param>
/// <param name="Price">What the allowance charges for it, in the plan's cost.</param>
public sealed record PlanBreach(BreachRule Rule, VehicleId Vehicle, OrderId? Order, long Amount, bool IsAllowed, Money Price);
