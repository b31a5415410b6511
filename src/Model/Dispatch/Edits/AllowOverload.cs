using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Dispatch.Edits;

/// <summary>See <see cref="OverloadAllowance"/>; no thousandth withdraws it.</summary>
public sealed record AllowOverload(VehicleId Vehicle, int Permille, Money PerCase) : PlanEdit;
