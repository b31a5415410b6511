using Territory.Model.Ids;
using Territory.Model.Quantities;

namespace Territory.Model.Dispatch;

/// <summary>A vehicle may come back after its shift (允许加班), at a price for what it works beyond the length of the shift.</summary>
public sealed record OvertimeAllowance(VehicleId Vehicle, Duration Most, Money PerHour);
