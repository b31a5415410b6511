using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Dispatch.Edits;

/// <summary>See <see cref="OvertimeAllowance"/>; nothing at most withdraws it.</summary>
public sealed record AllowOvertime(VehicleId Vehicle, Duration Most, Money PerHour) : PlanEdit;
